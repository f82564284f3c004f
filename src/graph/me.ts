// graph.me.*: the signed-in user.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { assertMayRevoke, revoke } from './revoke.ts'
import { selectionOf, toEntity } from './user-entity.ts'

export const get: Handler<'graph.me.get', GraphContext> = ({ query }, context) => {
  const selection = selectionOf(context, query.$select)
  return { status: 200, body: toEntity(context, callingUser(context), selection) }
}

export const revokeSignInSessions: Handler<'graph.me.revokeSignInSessions', GraphContext> = (
  _,
  context,
) => {
  const user = callingUser(context)
  assertMayRevoke(context, user)
  return revoke(context, user)
}

export const invalidateAllRefreshTokens: Handler<
  'graph.me.invalidateAllRefreshTokens',
  GraphContext
> = (_, context) => {
  const user = callingUser(context)
  assertMayRevoke(context, user)
  return revoke(context, user)
}

function callingUser({ caller }: GraphContext): User {
  if (caller.kind === 'app') throw graphErrors.meWithoutUser()
  return caller.user
}
