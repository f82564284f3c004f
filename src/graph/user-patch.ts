// From what a client writes of a user to what is stored.
import type { User, UserPatch } from '../state/users.ts'
import { renaming } from '../state/users.ts'
import { unset } from './unset-properties.ts'
import type { UserChanges } from './user-access.ts'

/** What follows for the stored user, the password aside. @param before as it is; a new account that has nothing yet */
export function toPatch(changes: UserChanges, before: User): UserPatch {
  const {
    '@odata.type': _,
    passwordProfile,
    onPremisesExtensionAttributes: attributes,
    employeeOrgData,
    userPrincipalName,
    mail,
    ...rest
  } = changes
  return {
    ...(userPrincipalName !== undefined && renaming(before, userPrincipalName)),
    ...rest,
    ...(mail != null && { mail, proxyAddresses: withPrimary(before.proxyAddresses, mail) }),
    ...(passwordProfile !== undefined && {
      passwordProfile: toProfile(passwordProfile, before.passwordProfile),
    }),
    ...(attributes !== undefined && {
      onPremisesExtensionAttributes: attributes && {
        ...unset.onPremisesExtensionAttributes,
        ...before.rare.onPremisesExtensionAttributes,
        ...attributes,
      },
    }),
    // What is left out of it is taken away.
    ...(employeeOrgData !== undefined && {
      employeeOrgData: employeeOrgData && { costCenter: null, division: null, ...employeeOrgData },
    }),
  }
}

type NewProfile = NonNullable<UserChanges['passwordProfile']>

/** The password itself is no part of what is read. */
export function toProfile(
  given: NewProfile,
  before: User['passwordProfile'],
): User['passwordProfile'] {
  return {
    forceChangePasswordNextSignIn:
      given.forceChangePasswordNextSignIn ?? before?.forceChangePasswordNextSignIn ?? false,
    forceChangePasswordNextSignInWithMfa:
      given.forceChangePasswordNextSignInWithMfa ??
      before?.forceChangePasswordNextSignInWithMfa ??
      false,
    password: null,
  }
}

/** Mail follows the primary address, which is the one in capitals. */
function withPrimary(addresses: readonly string[], mail: string): string[] {
  const others = addresses.filter(
    address => address.slice(address.indexOf(':') + 1).toLowerCase() !== mail.toLowerCase(),
  )
  return [`SMTP:${mail}`, ...others.map(address => address.replace(/^SMTP:/, 'smtp:'))]
}
