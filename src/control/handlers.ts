// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import type { ControlContext } from './context.ts'
import * as health from './health.ts'
import * as settings from './settings.ts'
import * as state from './state.ts'
import * as tenants from './tenants.ts'
import * as tokens from './tokens.ts'
import * as users from './users.ts'

export type ControlHandlers = Handlers<'control', ControlContext>

export const controlHandlers: ControlHandlers = {
  'control.health.get': health.get,
  'control.tenants.list': tenants.list,
  'control.settings.get': settings.get,
  'control.settings.update': settings.update,
  'control.users.update': users.update,
  'control.users.remove': users.remove,
  'control.tokens.issue': tokens.issue,
  'control.tokens.explain': tokens.explain,
  'control.state.reset': state.reset,
}
