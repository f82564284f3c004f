// What `import … from 'graph-understudy'` gives.
import type { Understudy, UnderstudyOptions } from './api.ts'
import { createUnderstudy as create } from './understudy.ts'

export type { ListenOptions, Understudy, UnderstudyOptions } from './api.ts'
export { ControlError } from './client/control-client.ts'
export type {
  ClockControl,
  Explanation,
  Fault,
  FaultControl,
  FaultPlan,
  RecordedRequest,
  RequestQuery,
  Settings,
  SettingsUpdate,
  Snapshot,
  SnapshotDocument,
  UserUpdate,
  WaitOptions,
} from './client/controls.ts'
export type { NewTenant, ServerControls, SnapshotControl } from './client/server-controls.ts'
export type { TenantApplication, TenantUser, TenantView, TestTenant } from './client/test-tenant.ts'
export type { Clock } from './clock.ts'
export { ManualClock } from './clock.ts'
export type { ConnectOptions, RemoteUnderstudy } from './connect.ts'
export { connect } from './connect.ts'
export { FixtureError } from './fixtures/fixture-error.ts'
export type { FixtureReload } from './fixtures/reload.ts'
export type { LogLevel } from './logger.ts'
export type { TokenRequest, TokenResponse } from './tokens/issue.ts'
export { SigningKeys } from './tokens/signing-keys.ts'

/**
 * Makes a double with its own state and keys. It answers through `fetch` at once, and on a port after `listen`.
 * Rejects with FixtureError when the fixtures have a mistake, saying where.
 */
export function createUnderstudy(options: UnderstudyOptions = {}): Promise<Understudy> {
  return create(options)
}
