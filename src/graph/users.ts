// graph.users.*: the users of the caller's tenant.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { assertPermitted } from './context.ts'
import { graphErrors } from './errors.ts'
import { nextLink, readSkipToken } from './odata/page.ts'
import { readFilter } from './odata/read-filter.ts'
import { readSelection } from './odata/select.ts'
import { assertMayRevoke, revoke } from './revoke.ts'
import { collectionContext, toEntity, toSelected } from './user-entity.ts'

/** How many users a page holds when `$top` is left out. @see https://learn.microsoft.com/graph/api/user-list */
const PAGE_SIZE = 100

export const list: Handler<'graph.users.list', GraphContext> = ({ query, headers }, context) => {
  const { $top: size = PAGE_SIZE, $filter, $skiptoken } = query
  const counted = query.$count === true && headers.consistencylevel?.toLowerCase() === 'eventual'
  const selection = readSelection(query.$select, context.userType)
  const matches = readFilter($filter, {
    advanced: counted,
    properties: context.userType.properties.keys(),
  })
  const users = context.caller.tenant.users.rows
  const isListed = (user: User) => isInDirectory(user) && matches(user)

  const page: User[] = []
  let row = readSkipToken($skiptoken, $filter)
  for (let user = users[row]; user !== undefined && page.length < size; user = users[++row]) {
    if (isListed(user)) page.push(user)
  }
  const more = page.length === size && users.slice(row).some(isListed)
  return {
    status: 200,
    body: {
      '@odata.context': collectionContext(selection, context.serviceRoot),
      ...(counted && $skiptoken === undefined && { '@odata.count': users.filter(isListed).length }),
      ...(more && { '@odata.nextLink': nextLink(context, row, $filter) }),
      value: page.map(user => toSelected(context.caller.tenant, user, selection)),
    },
  }
}

export const get: Handler<'graph.users.get', GraphContext> = ({ path, query }, context) => {
  const selection = readSelection(query.$select, context.userType)
  const user = findUser(context, path.userId)
  assertPermitted(context, isCaller(context, user))
  if (user === undefined) throw graphErrors.resourceNotFound(path.userId)
  return { status: 200, body: toEntity(context, user, selection) }
}

export const revokeSignInSessions: Handler<'graph.users.revokeSignInSessions', GraphContext> = (
  { path },
  context,
) => revokeFor(path.userId, context)

export const invalidateAllRefreshTokens: Handler<
  'graph.users.invalidateAllRefreshTokens',
  GraphContext
> = ({ path }, context) => revokeFor(path.userId, context)

function revokeFor(idOrName: string, context: GraphContext): ReturnType<typeof revoke> {
  const user = findUser(context, idOrName)
  assertMayRevoke(context, user)
  if (user === undefined) throw graphErrors.resourceNotFound(idOrName)
  return revoke(context, user)
}

/** By id or user principal name. A personal account finds itself, and nobody else finds it. */
function findUser(context: GraphContext, idOrName: string): User | undefined {
  const user = context.caller.tenant.users.find(idOrName)
  return user !== undefined && (isInDirectory(user) || isCaller(context, user)) ? user : undefined
}

function isInDirectory(user: User): boolean {
  return user.accountType !== 'personal'
}

function isCaller({ caller }: GraphContext, user: User | undefined): boolean {
  return caller.kind === 'user' && caller.user.id === user?.id
}
