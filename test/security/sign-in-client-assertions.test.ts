// Client assertions at the token endpoint: changed, made by or for somebody else, or shown too late.

import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import {
  ada,
  assertion,
  bob,
  CLIENT_ID,
  forged,
  ps256,
  rs256,
  TOKEN_ENDPOINT,
} from '../support/client-assertions.ts'
import { fixtureFolder } from '../support/contoso.ts'
import { mutationsOf } from '../support/mutations.ts'
import { postForm } from '../support/sign-in.ts'
import { ASSERTION_TYPE, refusal } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const TENANT = '8f9e9b9a-3c43-4a51-b7a7-6a7d5b0f8a52'
const OTHER_TENANT = '8f9e9b9a-3c43-4a51-b7a7-6a7d5b0f8a53'
const OTHER_CLIENT = '6d1ac9b9-9cd6-44a2-8dd5-6ef6b4e8a3c1'
const PUBLIC_CLIENT = '6d1ac9b9-9cd6-44a2-8dd5-6ef6b4e8a3c2'
const ELSEWHERE = '6d1ac9b9-9cd6-44a2-8dd5-6ef6b4e8a3c3'

const batch = (appId: string, certificates: readonly string[]) => ({
  appId,
  displayName: `Batch ${appId}`,
  type: 'daemon' as const,
  certificates,
})

/** A double with two clients that have certificates of their own, and a way to show it assertions. */
async function shopWindow(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t, {
    fixtures: fixtureFolder(
      t,
      {
        tenant: { id: TENANT, domains: ['one.onmicrosoft.com'] },
        applications: [
          batch(CLIENT_ID, [ada.pem]),
          batch(OTHER_CLIENT, [bob.pem]),
          { appId: PUBLIC_CLIENT, displayName: 'Kiosk', type: 'device' },
        ],
      },
      {
        tenant: { id: OTHER_TENANT, domains: ['two.onmicrosoft.com'] },
        applications: [batch(ELSEWHERE, [ada.pem])],
      },
    ),
  })
  const show = (text: string, fields: Record<string, string> = {}, tenant = TENANT) =>
    postForm(understudy, `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
      client_id: CLIENT_ID,
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: text,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      ...fields,
    })
  return { show, clock }
}

t.test('A client assertion', async t => {
  const { show } = await shopWindow(t)

  t.test('is refused when it is changed anywhere', async t => {
    for (const header of [rs256, ps256]) {
      const text = await assertion(header)
      t.equal((await show(text)).status, 200)
      const wanted = ['400 invalid_request 50027', '401 invalid_client 700027']
      await fc.assert(
        fc.asyncProperty(mutationsOf(text), async changed =>
          wanted.includes(refusal(await show(changed))),
        ),
        { numRuns: 150 },
      )
      t.equal((await show(text)).status, 200)
    }
  })

  t.test("is refused when it is signed by another's key", async t => {
    const theirs = { ...rs256, x5t: bob.x5t }
    const claims = { aud: TOKEN_ENDPOINT, iss: CLIENT_ID, sub: CLIENT_ID, exp: 2e9 }
    const wanted = '401 invalid_client 700027'
    t.equal(refusal(await show(await assertion(rs256, {}, bob.privateKey))), wanted)
    t.equal(refusal(await show(await assertion(theirs, {}, bob.privateKey))), wanted)
    t.equal(refusal(await show(forged({ ...rs256, jwk: {} }, claims, bob))), wanted)
  })

  t.test("is refused when it is another client's", async t => {
    const names = { iss: OTHER_CLIENT, sub: OTHER_CLIENT }
    const theirs = await assertion({ ...rs256, x5t: bob.x5t }, names, bob.privateKey)
    t.equal((await show(theirs, { client_id: OTHER_CLIENT })).status, 200)
    t.equal(refusal(await show(theirs)), '401 invalid_client 700027')
    const halves = [
      { iss: OTHER_CLIENT },
      { sub: OTHER_CLIENT },
      { iss: undefined },
      { sub: undefined },
      { sub: '' },
      { sub: [CLIENT_ID] },
    ]
    for (const half of halves)
      t.equal(
        refusal(await show(await assertion(rs256, half))),
        '401 invalid_client 700021',
        JSON.stringify(half),
      )
  })

  t.test('is refused when it is meant for another endpoint or another tenant', async t => {
    const audiences = [
      TOKEN_ENDPOINT.replace(TENANT, OTHER_TENANT),
      'https://login.microsoftonline.com',
      'https://graph.microsoft.com',
      `https://evil.example/${TENANT}/oauth2/v2.0/token`,
      `${TOKEN_ENDPOINT}/`,
      `${TOKEN_ENDPOINT}?`,
      TOKEN_ENDPOINT.replace('https', 'http'),
      '',
      undefined,
    ]
    for (const aud of audiences)
      t.equal(
        refusal(await show(await assertion(rs256, { aud }))),
        '401 invalid_client 700023',
        `for ${aud}`,
      )
    const elsewhere = await assertion(rs256, { iss: ELSEWHERE, sub: ELSEWHERE })
    const reply = await show(elsewhere, { client_id: ELSEWHERE }, OTHER_TENANT)
    t.equal(refusal(reply), '401 invalid_client 700023')
  })

  t.test('is refused of a client that is public, or under another type', async t => {
    const text = await assertion()
    t.equal(refusal(await show(text, { client_id: PUBLIC_CLIENT })), '401 invalid_client 700025')
    for (const type of ['', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer']) {
      const reply = await show(text, { client_assertion_type: type })
      t.equal(reply.status, 400, type)
    }
  })

  t.test('proves nothing about another client that the form names', async t => {
    const text = await assertion()
    t.equal(refusal(await show(text, { client_id: OTHER_CLIENT })), '401 invalid_client 700027')
  })

  t.test('is refused once its time and five minutes are over', async t => {
    const { show, clock } = await shopWindow(t)
    const text = await assertion()
    clock.advance(600 + 299)
    t.equal((await show(text)).status, 200)
    clock.advance(1)
    for (const _ of [1, 2]) t.equal(refusal(await show(text)), '401 invalid_client 700024')
  })
})
