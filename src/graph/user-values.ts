// Which values the directory takes in the properties of a user, beyond what the contract says of their types.
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { graphErrors } from './errors.ts'
import type { UserChanges } from './user-access.ts'

type Checks = {
  readonly [Name in keyof UserChanges]?: (value: NonNullable<UserChanges[Name]>) => boolean
}

/** @see https://learn.microsoft.com/graph/api/user-update#request-body */
const checks: Checks = {
  businessPhones: numbers => numbers.length <= 1,
  companyName: name => name.length <= 64,
  displayName: name => name !== '' && name.length <= 256,
  employeeId: id => id.length <= 16,
  mailNickname: name => /^[^@()\\[\]";:<>, ]{1,64}$/.test(name),
  onPremisesImmutableId: id => !/[$_]/.test(id),
  otherMails: mails => mails.length <= 250 && mails.every(mail => mail.length <= 250),
  passwordPolicies: policies =>
    policies.split(/, ?/).every(policy => passwordPolicies.includes(policy)),
  usageLocation: country => /^[A-Za-z]{2}$/.test(country),
}

const passwordPolicies: readonly string[] = ['DisablePasswordExpiration', 'DisableStrongPassword']

/** They can be changed, but not taken away. */
const neverNull: readonly (keyof UserChanges)[] = ['displayName', 'mail', 'mailNickname']

/** @throws GraphError 400 naming the first property whose value is not taken */
export function assertValues(changes: UserChanges): void {
  for (const name of neverNull) if (changes[name] === null) throw graphErrors.valueInvalid(name)
  for (const name of namesOf(checks)) assertValue(name, changes)
}

function assertValue<Name extends keyof UserChanges>(name: Name, changes: UserChanges): void {
  const [check, value]: [Checks[Name], UserChanges[Name]] = [checks[name], changes[name]]
  if (value === undefined || value === null || check === undefined) return
  if (!check(value)) throw graphErrors.valueInvalid(name)
}

function namesOf<T extends object>(record: T): readonly (keyof T)[] {
  // A literal has the members that its type says, and no other.
  return Object.keys(record).filter((name): name is keyof T & string => name in record)
}

const USER_PRINCIPAL_NAME = /^[A-Za-z0-9'._!#^~-]+@([A-Za-z0-9.-]+)$/

/** @throws GraphError 400 for what is no name, or one of a domain that is not the tenant's */
export function assertName({ definition }: Tenant, userPrincipalName: string): void {
  const domain = USER_PRINCIPAL_NAME.exec(userPrincipalName)?.[1]
  if (domain === undefined)
    throw graphErrors.valuesInvalid(`'${userPrincipalName}' is no user principal name.`)
  if (!definition.domains.includes(domain.toLowerCase())) throw graphErrors.domainInvalid()
}

type Identity = User['identities'][number]

/** Neither the name by which the directory itself knows a user, nor known to another provider. */
export function isLocal({ signInType }: Identity): boolean {
  return signInType !== 'userPrincipalName' && signInType !== 'federated'
}

/**
 * @param before what the user has; an account that has no local identity cannot get one
 * @throws GraphError 400 for identities that the directory does not take, or that another user has
 */
export function assertIdentities(
  { users, definition }: Tenant,
  identities: readonly Identity[],
  before?: User,
): void {
  const isNew = before === undefined
  const mayBeLocal = isNew || before.identities.some(isLocal)
  const isSound = identities.every(
    identity =>
      !isLocal(identity) ||
      (mayBeLocal && definition.domains.includes(identity.issuer.toLowerCase())),
  )
  if (!isSound) throw graphErrors.valueInvalid('identities')
  // That a user principal name is free is seen when it is written.
  const added = identities.filter(
    one =>
      one.signInType !== 'userPrincipalName' && !before?.identities.some(had => isSame(one, had)),
  )
  if (added.length === 0) return
  for (const other of users.rows) {
    if (other.id === before?.id) continue
    const taken = added.find(one => other.identities.some(had => isSame(one, had)))
    // As it was seen of mail addresses. https://learn.microsoft.com/entra/external-id/customers/
    if (taken?.signInType === 'emailAddress') throw graphErrors.objectConflict('proxyAddresses')
    if (taken !== undefined) throw graphErrors.objectConflict('identities')
  }
}

function isSame(one: Identity, other: Identity): boolean {
  return (
    one.issuer.toLowerCase() === other.issuer.toLowerCase() &&
    one.issuerAssignedId.toLowerCase() === other.issuerAssignedId.toLowerCase()
  )
}
