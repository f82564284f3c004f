// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import * as batch from './batch.ts'
import type { GraphContext } from './context.ts'
import * as me from './me.ts'
import * as oidc from './oidc.ts'
import * as users from './users.ts'

export type GraphHandlers = Handlers<'graph', GraphContext>

export const graphHandlers: GraphHandlers = {
  'graph.batch.run': batch.run,
  'graph.me.get': me.get,
  'graph.me.revokeSignInSessions': me.revokeSignInSessions,
  'graph.me.invalidateAllRefreshTokens': me.invalidateAllRefreshTokens,
  'graph.oidc.getUserInfo': oidc.getUserInfo,
  'graph.oidc.postUserInfo': oidc.postUserInfo,
  'graph.users.list': users.list,
  'graph.users.delta': users.delta,
  'graph.users.count': users.count,
  'graph.users.get': users.get,
  'graph.users.revokeSignInSessions': users.revokeSignInSessions,
  'graph.users.invalidateAllRefreshTokens': users.invalidateAllRefreshTokens,
}
