// A double whose machine's clock stands still, and whose tenant's clock a test moves.
import type { Test } from 'tap'
import type { UnderstudyOptions } from '../../src/api.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { automaticUnderstudy } from './sign-in-flow.ts'
import { moveClock } from './worlds.ts'

/** Seconds. */
export const HOUR = 3600
export const DAY = 24 * HOUR

/** All seconds but the last: by then it has not expired. */
export const untilJustBefore = (seconds: number) => seconds - 1

/** A token of a client that understands claims challenges. */
export const capable: TokenRequest = {
  user: 'adele',
  scopes: ['User.Read', 'openid'],
  capabilities: ['cp1'],
}

export async function started(t: Test, options: UnderstudyOptions = {}) {
  const { understudy } = await automaticUnderstudy(t, options)
  return {
    understudy,
    advance: (advanceSeconds: number) => moveClock(understudy, { advanceSeconds }),
  }
}
