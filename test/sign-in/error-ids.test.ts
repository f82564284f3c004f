// By what an error is found again: the client's own id, one of the double's, and the time.
import t from 'tap'
import type { Clock } from '../../src/clock.ts'
import { Browser } from '../support/form-browser.ts'
import { askToken, authorizeUrl, device, spa } from '../support/sign-in.ts'
import { isErrorPage, isJsonError, isRedirectedError } from '../support/sign-in-errors.ts'
import { NOON, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const OTHER_ID = '11111111-2222-4333-8444-555555555555'
const now = NOON.getTime()
const unknownGrant = {
  number: 70003,
  error: 'unsupported_grant_type',
  sentence: "The app requested an unsupported grant type 'magic'.",
  hasUri: false,
}
const scopeMissing = {
  number: 900144,
  error: 'invalid_request',
  sentence: "The request body must contain the following parameter: 'scope'.",
}

t.test('The correlation id of an error', async t => {
  const request = { grant_type: 'magic' }
  const upper = OTHER_ID.replace('555555555555', 'ABCDEFABCDEF')

  t.test('is the one in the header of the request', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const correlationId of [OTHER_ID, upper]) {
      const headers = { 'client-request-id': correlationId }
      const reply = await askToken(understudy, device, request, { headers })
      isJsonError(t, reply, unknownGrant, { now, correlationId })
    }
  })

  t.test('is the one in the form of the request', async t => {
    const { understudy } = await understudyAtNoon(t)
    const form = { ...request, 'client-request-id': OTHER_ID }
    const reply = await askToken(understudy, device, form)
    isJsonError(t, reply, unknownGrant, { now, correlationId: OTHER_ID })
  })

  t.test('is the one in the address of the request', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = authorizeUrl(device, { scope: '', 'client-request-id': OTHER_ID })
    const page = await new Browser(understudy).open(url)
    isRedirectedError(t, page, scopeMissing, { now, correlationId: OTHER_ID, state: undefined })
  })

  t.test('is made up for a client that sends none, and is not the trace id', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const sent of ['', 'x', `${OTHER_ID}0`, `${OTHER_ID}\t`]) {
      const reply = await askToken(understudy, device, { ...request, 'client-request-id': sent })
      isJsonError(t, reply, unknownGrant, { now, correlationId: undefined })
      const { trace_id: traceId, correlation_id: correlationId } = Object(reply.json)
      t.not(traceId, correlationId)
    }
  })

  t.test('is on a page, too, and made up there if need be', async t => {
    const { understudy } = await understudyAtNoon(t)
    const noAddress = {
      number: 900971,
      error: 'invalid_request',
      sentence: 'No reply address provided.',
    }
    const ask = (fields: Record<string, string>) =>
      new Browser(understudy).open(authorizeUrl(spa, { redirect_uri: undefined, ...fields }))
    isErrorPage(t, await ask({}), noAddress, { now, correlationId: undefined })
    const page = await ask({ 'client-request-id': OTHER_ID })
    isErrorPage(t, page, noAddress, { now, correlationId: OTHER_ID })
  })
})

t.test('The trace id of an error', async t => {
  t.test('is another each time', async t => {
    const { understudy } = await understudyAtNoon(t)
    const ask = async () => Object((await askToken(understudy, device, {})).json).trace_id
    t.not(await ask(), await ask())
  })
})

t.test('The timestamp of an error', async t => {
  t.test('is one, however time goes by while the error is made', async t => {
    let milliseconds = now
    const clock: Clock = { now: () => (milliseconds += 1000) }
    const understudy = await understudyFor(t, { clock })
    const { json } = await askToken(understudy, device, { grant_type: 'magic' })
    const { error_description: description, timestamp } = Object(json)
    t.match(timestamp, /^2026-08-13 12:\d\d:\d\dZ$/)
    t.equal(description.split(' Timestamp: ')[1], timestamp)
  })
})
