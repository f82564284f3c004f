// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import * as clock from './clock.ts'
import type { ControlContext } from './context.ts'
import * as events from './events.ts'
import * as faults from './faults.ts'
import * as health from './health.ts'
import * as requests from './requests.ts'
import * as settings from './settings.ts'
import * as snapshots from './snapshots.ts'
import * as state from './state.ts'
import * as tenants from './tenants.ts'
import * as tokens from './tokens.ts'
import * as users from './users.ts'

export type ControlHandlers = Handlers<'control', ControlContext>

export const controlHandlers: ControlHandlers = {
  'control.health.get': health.get,
  'control.tenants.list': tenants.list,
  'control.tenants.create': tenants.create,
  'control.tenants.get': tenants.get,
  'control.tenants.remove': tenants.remove,
  'control.settings.get': settings.get,
  'control.settings.update': settings.update,
  'control.users.update': users.update,
  'control.users.revoke': users.revoke,
  'control.users.remove': users.remove,
  'control.tokens.issue': tokens.issue,
  'control.tokens.explain': tokens.explain,
  'control.state.reset': state.reset,
  'control.clock.get': clock.get,
  'control.clock.update': clock.update,
  'control.clock.reset': clock.reset,
  'control.snapshots.list': snapshots.list,
  'control.snapshots.create': snapshots.create,
  'control.snapshots.get': snapshots.get,
  'control.snapshots.put': snapshots.put,
  'control.snapshots.remove': snapshots.remove,
  'control.snapshots.restore': snapshots.restore,
  'control.faults.list': faults.list,
  'control.faults.create': faults.create,
  'control.faults.clear': faults.clear,
  'control.faults.remove': faults.remove,
  'control.requests.list': requests.list,
  'control.requests.clear': requests.clear,
  'control.events.stream': events.stream,
}
