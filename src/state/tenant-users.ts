// Finding a user by whatever a person would type.
import { nearest } from '../nearest.ts'
import { NotFound } from './state.ts'
import type { Tenant } from './tenant.ts'
import type { User } from './users.ts'

/** More names than a person would have misspelt. */
const MOST_COMPARED = 1000

/**
 * The user with this id or user principal name, or with this part before the `@` of one of the tenant's domains.
 * @throws NotFound naming some there are
 */
export function getUser(tenant: Tenant, name: string): User {
  const user = findUser(tenant, name)
  if (user !== undefined) return user
  const { users, definition } = tenant
  const known = users.rows.slice(0, MOST_COMPARED).map(one => one.userPrincipalName)
  // By the part before the @, or those of one domain would all be alike.
  const near = nearest(localPartOf(name), known.map(localPartOf))
  const meant = known.find(userPrincipalName => localPartOf(userPrincipalName) === near)
  const advice =
    meant === undefined
      ? `There are, for instance: ${known.slice(0, 3).join(', ')}.`
      : `Did you mean '${meant}'?`
  throw new NotFound(`There is no user '${name}' in ${definition.domains[0]}. ${advice}`)
}

/** The same, or undefined. */
export function findUser({ users, definition }: Tenant, name: string): User | undefined {
  return (
    users.find(name) ??
    definition.domains
      .map(domain => users.find(`${name}@${domain}`))
      .find(found => found !== undefined)
  )
}

/** Whom a name means that was typed to sign in: as `findUser`, or by mail address or another of the account's identities. */
export function findAccount(tenant: Tenant, name: string): User | undefined {
  const typed = name.trim()
  return findUser(tenant, typed) ?? tenant.users.findByValue(otherNamesOf, typed)
}

/** By which an account is found that has another user principal name. */
function otherNamesOf({ userPrincipalName, mail, identities }: User): readonly string[] {
  const own = userPrincipalName.toLowerCase()
  const names = identities.length === 0 ? [] : identities.map(one => one.issuerAssignedId)
  if (mail !== null) names.push(mail)
  return names.filter(one => one.toLowerCase() !== own)
}

/** Whom the tenant's scripts sign in when they do not say: the first member without a directory role. */
export function defaultUser({ users }: Tenant): User | undefined {
  const members = users.rows.filter(
    ({ accountEnabled, accountType, userType }) =>
      accountEnabled && accountType === 'work' && userType === 'Member',
  )
  return members.find(({ roles }) => roles.length === 0) ?? members[0]
}

function localPartOf(userPrincipalName: string): string {
  return userPrincipalName.split('@', 1)[0] ?? ''
}
