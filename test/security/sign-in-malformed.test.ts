// Requests to the sign-in surface made to break something: none is a failure of the double, and none gets at what is not meant for it.

import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN } from '../support/contoso.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import {
  authorizeUrl,
  claimsOf,
  device,
  redeemCode,
  refresh,
  tokensOf,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  ctxOf,
  quickCode,
  quickTokens,
  refusal,
} from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const path = (name: string) => `${LOGIN}/${DOMAIN}/oauth2/v2.0/${name}`
const DEVICE_PAGE = `${LOGIN}/common/oauth2/deviceauth`

async function post(understudy: Understudy, url: string, body: string, headers = FORM) {
  const reply = await understudy.fetch(url, { method: 'POST', headers, body })
  return { status: reply.status, text: await reply.text() }
}

t.test('A parameter that comes twice', async t => {
  const page = async (understudy: Understudy) =>
    ctxOf(await new Browser(understudy).open(authorizeUrl(device)))
  const check = async (
    t: Test,
    understudy: Understudy,
    url: string,
    fields: [string, string][],
  ) => {
    for (const [name, value] of fields) {
      for (const second of [value, '', 'other']) {
        const body = new URLSearchParams(fields)
        body.append(name, second)
        const { status, text } = await post(understudy, url, body.toString())
        t.equal(status, 400, `${name} twice`)
        t.match(text, /AADSTS9002313/)
      }
    }
  }

  t.test('is refused in a form, whichever it is and wherever it goes', async t => {
    const { understudy } = await understudyAtNoon(t)
    const ctx = await page(understudy)
    await check(t, understudy, path('token'), [
      ['grant_type', 'refresh_token'],
      ['client_id', device.appId],
      ['refresh_token', 'x'],
      ['scope', 'openid'],
      ['claims', '{}'],
    ])
    await check(t, understudy, path('devicecode'), [
      ['client_id', device.appId],
      ['scope', 'openid'],
    ])
    await check(t, understudy, path('login'), [
      ['ctx', ctx],
      ['login', 'adele'],
      ['passwd', 'adele-Passw0rd!'],
    ])
    await check(t, understudy, path('authorize'), [
      ['client_id', device.appId],
      ['redirect_uri', 'http://localhost'],
      ['response_type', 'code'],
      ['scope', 'openid'],
      ['state', 'x'],
    ])
    await check(t, understudy, path('logout'), [['post_logout_redirect_uri', 'http://localhost']])
    await check(t, understudy, DEVICE_PAGE, [['otc', 'ABC']])
  })

  t.test('is refused in a query, so that nobody has to choose', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const name of ['client_id', 'redirect_uri', 'scope', 'state', 'prompt', 'nonce']) {
      const url = `${authorizeUrl(device, { state: 'x', prompt: 'login', nonce: 'n' })}&${name}=y`
      const page = await new Browser(understudy).open(url)
      t.equal(page.status, 400, name)
      t.equal(page.location, undefined)
    }
  })

  t.test('uses up no code', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const code = await quickCode(understudy, device)
    const fields = { grant_type: 'authorization_code', ...device.fields, code }
    const body = new URLSearchParams({ ...fields, redirect_uri: device.redirectUri })
    body.append('code', code)
    t.equal((await post(understudy, path('token'), body.toString())).status, 400)
    t.equal((await redeemCode(understudy, device, code)).status, 200)
  })
})

t.test('A body made to break something', async t => {
  const endpoints = ['token', 'devicecode', 'login', 'authorize', 'logout'].map(path)
  const bodies: readonly (readonly [string, string])[] = [
    ['', ''],
    ['', FORM['content-type']],
    ['&&&===', FORM['content-type']],
    ['%', FORM['content-type']],
    ['%zz=%ff&\0=\0', FORM['content-type']],
    ['grant_type=%00&client_id=%ed%a0%80', FORM['content-type']],
    ['a=b&'.repeat(100_000), FORM['content-type']],
    ['grant_type=refresh_token', 'application/x-www-form-urlencoded; charset=utf-16'],
    ['{"grant_type":"refresh_token"}', 'application/json'],
    ['<a/>', 'text/xml'],
    ['grant_type=refresh_token', 'nonsense'],
    ['--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
    [`claims=${'['.repeat(200_000)}`, FORM['content-type']],
  ]

  t.test("is the client's mistake, or no parameters at all", async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const url of [...endpoints, DEVICE_PAGE]) {
      for (const [body, type] of bodies) {
        const headers = type === '' ? new Headers() : new Headers({ 'content-type': type })
        const reply = await understudy.fetch(url, { method: 'POST', headers, body })
        t.ok(reply.status < 500, `${url} ${type} ${body.slice(0, 20)}: ${reply.status}`)
      }
      t.equal((await post(understudy, url, 'x'.repeat(1_100_000))).status, 413)
    }
  })

  t.test('of any bytes is, too', async () => {
    const { understudy } = await understudyAtNoon(t)
    const url = fc.constantFrom(...endpoints, DEVICE_PAGE)
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary' }),
      fc.dictionary(fc.string(), fc.string()).map(one => new URLSearchParams(one).toString()),
    )
    await fc.assert(
      fc.asyncProperty(url, body, async (target, sent) => {
        const reply = await understudy.fetch(target, { method: 'POST', headers: FORM, body: sent })
        return reply.status < 500
      }),
      { numRuns: 200 },
    )
  })
})

t.test('Claims that are deep, wide or none', async t => {
  t.test("are ignored, or the client's mistake", async t => {
    const { understudy } = await automaticUnderstudy(t)
    const { refresh_token: token } = await quickTokens(understudy, device)
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const rows = [
      ['[]', 400],
      ['null', 400],
      ['"x"', 400],
      ['1', 400],
      ['{', 400],
      ['{}', 200],
      [deep, 200],
      ['{"access_token":[]}', 200],
      ['{"access_token":{"xms_cc":{"values":[1,null,{},["cp1"]]}}}', 200],
      ['{"access_token":{"xms_cc":{"values":"cp1"}}}', 200],
      ['{"access_token":{"xms_cc":[]},"id_token":[]}', 200],
      ['{"__proto__":{"access_token":{"xms_cc":{"values":["cp1"]}}}}', 200],
    ] as const
    for (const [claims, status] of rows) {
      const reply = await refresh(understudy, device, token, { claims })
      t.equal(reply.status, status, claims.slice(0, 60))
      if (status === 200) t.equal(claimsOf(tokensOf(reply).access_token).xms_cc, undefined)
      else t.equal(refusal(reply), '400 invalid_request 9002313')
    }
  })
})
