// What a case of the error table says, and the double that it is tried on.
import type { Test } from 'tap'
import type { Understudy } from '../../../src/api.ts'
import type { ManualClock } from '../../../src/clock.ts'
import type { signInErrors } from '../../../src/sign-in/errors.ts'
import type { Page } from '../../support/form-browser.ts'
import { Browser } from '../../support/form-browser.ts'
import type { ExpectedError } from '../../support/sign-in-errors.ts'
import type { Reply } from '../../support/understudy.ts'
import { understudyAtNoon } from '../../support/understudy.ts'
import { errorFixtures } from './fixtures.ts'

/** What a client sends, and finds again in the error. */
export const CORRELATION_ID = '0d9f7c1e-58a4-4d0b-9c35-3c5f0a4f7e11'
export const STATE = '12345'

export interface Double {
  readonly understudy: Understudy
  /** Stands at noon. */
  readonly clock: ManualClock
  readonly browser: Browser
}

/** A request that is answered with the error. */
export type ErrorCase = ExpectedError & {
  /** What is wrong; it completes the title. */
  readonly when: string
  /** Whether the clients and the tenant of `errorFixtures` take part. Default: false. */
  readonly withOddClients?: boolean
} & (
    | { readonly as: 'JSON'; readonly send: (double: Double) => Promise<Reply> }
    | {
        /** On a page of its own, beside the field of a sign-in page, or at the redirect URI. */
        readonly as: 'a page' | 'a note' | 'a redirect'
        readonly send: (double: Double) => Promise<Page>
      }
  )

/** Every row of the catalogue with the cases that produce it. */
export type ErrorCases = {
  readonly [Row in keyof typeof signInErrors]: readonly [ErrorCase, ...ErrorCase[]]
}

/** A double for one case. */
export async function errorDouble(
  t: Test,
  { withOddClients = false }: Pick<ErrorCase, 'withOddClients'> = {},
): Promise<Double> {
  const options = withOddClients ? { fixtures: errorFixtures(t) } : {}
  const { understudy, clock } = await understudyAtNoon(t, options)
  return { understudy, clock, browser: new Browser(understudy) }
}
