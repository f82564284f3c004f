// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import type { GraphContext } from './context.ts'
import * as deletedItems from './deleted-items.ts'
import * as me from './me.ts'
import * as oidc from './oidc.ts'
import * as users from './users.ts'

export type GraphHandlers = Handlers<'graph', GraphContext>

export const graphHandlers: GraphHandlers = {
  'graph.me.get': me.get,
  'graph.me.revokeSignInSessions': me.revokeSignInSessions,
  'graph.me.invalidateAllRefreshTokens': me.invalidateAllRefreshTokens,
  'graph.me.update': me.update,
  'graph.me.changePassword': me.changePassword,
  'graph.oidc.getUserInfo': oidc.getUserInfo,
  'graph.oidc.postUserInfo': oidc.postUserInfo,
  'graph.users.list': users.list,
  'graph.users.get': users.get,
  'graph.users.create': users.create,
  'graph.users.update': users.update,
  'graph.users.remove': users.remove,
  'graph.users.changePassword': users.changePassword,
  'graph.users.revokeSignInSessions': users.revokeSignInSessions,
  'graph.users.invalidateAllRefreshTokens': users.invalidateAllRefreshTokens,
  'graph.deletedItems.listUsers': deletedItems.listUsers,
  'graph.deletedItems.get': deletedItems.get,
  'graph.deletedItems.restore': deletedItems.restore,
  'graph.deletedItems.remove': deletedItems.remove,
}
