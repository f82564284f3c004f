// A code to be redeemed.
import type { Test } from 'tap'
import type { TestClient } from '../support/sign-in.ts'
import { redeemCode, signIn, web } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** A code that Adele has got a client, and how the client redeems it. */
export async function withCode(
  t: Test,
  client: TestClient = web,
  parameters: Record<string, string | undefined> = {},
) {
  const { understudy, clock } = await understudyAtNoon(t)
  const { code } = await signIn(understudy, client, { parameters })
  const redeem = (fields = {}, request = {}) =>
    redeemCode(understudy, client, code, fields, request)
  return { understudy, clock, code, redeem }
}
