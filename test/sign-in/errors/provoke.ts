// Tries cases of the error table: each on a double of its own, and each answer held to the error in full.
import t from 'tap'
import {
  isErrorPage,
  isFieldError,
  isJsonError,
  isRedirectedError,
} from '../../support/sign-in-errors.ts'
import type { ErrorCase, ErrorCases } from './case.ts'
import { CORRELATION_ID, errorDouble, STATE } from './case.ts'

/** One test for each case. @param rows some of the table */
export function provokeErrors(rows: Partial<ErrorCases>): void {
  for (const [row, cases] of Object.entries(rows)) {
    for (const expected of cases ?? []) {
      t.test(titleOf(row, expected), async t => {
        const double = await errorDouble(t, expected)
        const answer = await expected.send(double)
        const circumstances = { now: double.clock.now(), correlationId: CORRELATION_ID }
        if ('text' in answer) isJsonError(t, answer, expected, circumstances)
        else if (expected.as === 'a page') isErrorPage(t, answer, expected, circumstances)
        else if (expected.as === 'a note') isFieldError(t, answer, expected)
        else isRedirectedError(t, answer, expected, { ...circumstances, state: STATE })
      })
    }
  }
}

function titleOf(row: string, { number, as, when }: ErrorCase): string {
  const name = number === undefined ? 'An error of our own' : `AADSTS${number}`
  return `${name} (${row}) is answered as ${as} when ${when}`
}
