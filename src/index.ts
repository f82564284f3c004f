// What `import … from 'graph-understudy'` gives.

export type { Clock } from './clock.ts'
export { ManualClock } from './clock.ts'
export { FixtureError } from './fixtures/fixture-error.ts'
export type { LogLevel } from './logger.ts'
export type { TokenRequest, TokenResponse } from './tokens/issue.ts'
export { SigningKeys } from './tokens/signing-keys.ts'
export type { ListenOptions, Understudy, UnderstudyOptions } from './understudy.ts'
export { createUnderstudy } from './understudy.ts'
