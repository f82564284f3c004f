// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import * as authorize from './authorize.ts'
import type { SignInContext } from './context.ts'
import * as deviceAuth from './device-auth.ts'
import * as deviceCode from './device-code.ts'
import * as discovery from './discovery.ts'
import * as login from './login.ts'
import * as logout from './logout.ts'
import * as token from './token.ts'
import * as userRealm from './user-realm.ts'

export type SignInHandlers = Handlers<'signIn', SignInContext>

export const signInHandlers: SignInHandlers = {
  'signIn.discovery.getConfiguration': discovery.getConfiguration,
  'signIn.discovery.getKeys': discovery.getKeys,
  'signIn.discovery.getInstance': discovery.getInstance,
  'signIn.userRealm.get': userRealm.get,
  'signIn.authorize.get': authorize.get,
  'signIn.authorize.post': authorize.post,
  'signIn.login.submit': login.submit,
  'signIn.token.issue': token.issue,
  'signIn.deviceCode.start': deviceCode.start,
  'signIn.deviceAuth.get': deviceAuth.get,
  'signIn.deviceAuth.submit': deviceAuth.submit,
  'signIn.logout.get': logout.get,
  'signIn.logout.post': logout.post,
}
