// Creating a user: a member, or a customer of an Azure AD B2C tenant.
import type { Handler } from '../contract/operations.ts'
import type { Tenant } from '../state/tenant.ts'
import type { NewUser, User } from '../state/users.ts'
import { newAccount, withChanges } from '../state/users.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { assertPassword } from './passwords.ts'
import type { UserChanges } from './user-access.ts'
import { assertMay, assertOfVersion } from './user-access.ts'
import { selectionOf, toEntity } from './user-entity.ts'
import { toPatch } from './user-patch.ts'
import { unlessTaken } from './user-update.ts'
import { assertIdentities, assertName, assertValues, isLocal } from './user-values.ts'

export const create: Handler<'graph.users.create', GraphContext> = async ({ body }, context) => {
  assertMay(context, 'create')
  assertOfVersion(context, body)
  assertValues(body)
  const { caller, log, serviceRoot } = context
  const { id: tenantId } = caller.tenant.definition
  const user = await unlessTaken(
    log.submit('createUser', { tenantId, user: toNewUser(context, body), act: actOf(context) }),
  )
  const location = `${new URL(serviceRoot).origin}/v2/${tenantId}/directoryObjects/${user.id}/Microsoft.DirectoryServices.User`
  const entity = toEntity(context, user, selectionOf(context, undefined))
  return { status: 201, headers: { location }, body: entity }
}

function toNewUser({ caller: { tenant }, ids }: GraphContext, body: UserChanges): NewUser {
  const id = ids.guid()
  const isCustomer = body.identities?.some(({ signInType }) => signInType !== 'userPrincipalName')
  const account = isCustomer === true ? customer(tenant, id, body) : member(tenant, body)
  assertIdentities(tenant, account.identities)
  const { password = ids.guid() } = body.passwordProfile ?? {}
  return { ...account, id, password }
}

function member(tenant: Tenant, body: UserChanges): User {
  const { userPrincipalName, passwordProfile, passwordPolicies } = body
  for (const name of ['accountEnabled', 'displayName', 'mailNickname'] as const)
    if (body[name] === undefined) throw graphErrors.valueRequired(name)
  if (passwordProfile?.password === undefined) throw graphErrors.valueRequired('passwordProfile')
  if (userPrincipalName === undefined) throw graphErrors.valueRequired('userPrincipalName')
  assertName(tenant, userPrincipalName)
  assertPassword(passwordProfile.password, passwordPolicies)
  return toUser(tenant, newAccount, body, userPrincipalName)
}

/**
 * A local account needs a password that does not expire; one of another provider needs nothing.
 * @see https://learn.microsoft.com/graph/api/user-post-users
 */
function customer(tenant: Tenant, id: string, body: UserChanges): User {
  const { identities = [], passwordProfile, passwordPolicies } = body
  const hasPassword = identities.some(isLocal)
  if (hasPassword && passwordProfile?.password === undefined)
    throw graphErrors.valueRequired('passwordProfile')
  if (hasPassword && passwordPolicies?.includes('DisablePasswordExpiration') !== true)
    throw graphErrors.valueInvalid('passwordPolicies')
  if (passwordProfile?.password !== undefined)
    assertPassword(passwordProfile.password, passwordPolicies)
  const { userPrincipalName = `${id}@${tenant.definition.domains[0]}` } = body
  assertName(tenant, userPrincipalName)
  const account: User = {
    ...newAccount,
    accountType: 'b2cLocal',
    mailNickname: id,
    creationType: hasPassword ? 'LocalAccount' : null,
  }
  return toUser(tenant, account, body, userPrincipalName)
}

/** The directory's own name for a user is always among the identities. */
function toUser(
  { definition }: Tenant,
  account: User,
  body: UserChanges,
  userPrincipalName: string,
): User {
  const others = body.identities?.filter(one => one.signInType !== 'userPrincipalName') ?? []
  const own = {
    signInType: 'userPrincipalName',
    issuer: definition.domains[0],
    issuerAssignedId: userPrincipalName,
  }
  const patch = toPatch(body, account)
  return withChanges(account, { ...patch, userPrincipalName, identities: [...others, own] })
}
