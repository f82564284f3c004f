// Parameters with what nobody would send in them: each answer is one of its endpoint, and nothing of it gets where it does not belong.
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { parseMarkup } from '../support/markup.ts'
import {
  askToken,
  authorizeFields,
  authorizeUrl,
  daemon,
  device,
  postForm,
  web,
} from '../support/sign-in.ts'
import { changeSettings, DEVICE_GRANT, OBO_GRANT } from '../support/sign-in-flow.ts'
import type { Reply } from '../support/understudy.ts'
import { understudyFor } from '../support/understudy.ts'
import { oddAddressValues, oddValues, tryAll } from './odd-values.ts'

type Fields = Readonly<Record<string, string>>

const CALLBACK = 'http://localhost:3000/auth/callback'
const authorizeParameters: Fields = {
  client_id: web.appId,
  response_type: 'code id_token',
  redirect_uri: CALLBACK,
  scope: 'openid User.Read',
  response_mode: 'fragment',
  state: '12345',
  nonce: '678910',
  prompt: 'login',
  login_hint: 'adele',
  domain_hint: DOMAIN,
  sid: '1',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'plain',
  claims: '{}',
  client_info: '1',
  'client-request-id': '1',
}

const signOut: Fields = {
  post_logout_redirect_uri: CALLBACK,
  state: '1',
  logout_hint: 'x',
  id_token_hint: 'a.b.c',
}

/** What is sent to the token endpoint, by grant. */
const grants: readonly Fields[] = [
  { grant_type: 'authorization_code', code: '1.x', redirect_uri: CALLBACK, code_verifier: 'x' },
  { grant_type: 'refresh_token', refresh_token: '1.x', scope: 'User.Read', claims: '{}' },
  { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default', claims: '{}' },
  { grant_type: 'password', username: 'adele', password: 'adele-Passw0rd!', scope: 'openid' },
  { grant_type: DEVICE_GRANT, device_code: '1.x' },
  { grant_type: OBO_GRANT, assertion: 'a.b.c', requested_token_use: 'on_behalf_of', scope: 'x' },
  {
    grant_type: 'client_credentials',
    client_secret: 'x',
    client_assertion_type: 'x',
    client_assertion: 'x',
  },
]

/** A page, or a redirect to where the client is. */
function faultOfPage({ status, headers, location, html }: Page): string | undefined {
  if (headers.has('x-injected')) return 'a header of the sender'
  if (status === 302)
    return /^http:\/\/localhost:3000\/auth\/callback[?#][\x21-\x7e]*$/.test(location ?? '')
      ? undefined
      : `a redirect to ${location}`
  if (status !== 200 && status !== 400) return String(status)
  const scripts = parseMarkup(html).tags.filter(({ name }) => name === 'img' || name === 'script')
  return scripts.length === 0 ? undefined : 'markup of the sender'
}

function faultOfJson({ status, json, headers }: Reply): string | undefined {
  if (headers.has('x-injected')) return 'a header of the sender'
  if (status === 200) return undefined
  const { error, error_codes: codes } = Object(json)
  const isError = /^[a-z_]+$/.test(error) && codes?.length === 1
  return isError && (status === 400 || status === 401) ? undefined : `${status} ${error} ${codes}`
}

async function automatic(t: Test): Promise<Understudy> {
  const understudy = await understudyFor(t)
  await changeSettings(understudy, { signIn: 'automatic' })
  return understudy
}

t.test('An odd parameter of /authorize', async t => {
  t.test('is answered by a page, or at the redirect URI', async t => {
    const understudy = await understudyFor(t)
    const send = (fields: Fields) => new Browser(understudy).open(authorizeUrl(web, fields))
    t.same(await tryAll(authorizeParameters, send, faultOfPage, oddAddressValues), [])
  })

  t.test('is answered so when it comes in a form and signing in is automatic', async t => {
    const understudy = await automatic(t)
    const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`
    const send = (fields: Fields) => new Browser(understudy).post(url, fields)
    t.same(await tryAll(authorizeParameters, send, faultOfPage), [])
  })

  t.test('does not get out of a form that the browser is to post', async t => {
    const understudy = await automatic(t)
    const sent = { ...authorizeParameters, response_mode: 'form_post' }
    for (const state of oddAddressValues) {
      const page = await new Browser(understudy).open(authorizeUrl(web, { ...sent, state }))
      const { tags } = parseMarkup(page.html)
      t.same(
        tags.filter(({ name }) => name === 'form').map(form => form.attributes.action),
        [CALLBACK],
      )
      t.ok(tags.some(({ attributes }) => attributes.name === 'state'))
    }
  })
})

t.test('An odd parameter of the token endpoint', async t => {
  for (const grant of grants) {
    t.test(`is answered in JSON: ${Object.values(grant)[0]}, ${Object.keys(grant)[1]}`, async t => {
      const understudy = await understudyFor(t)
      const client = grant.grant_type === 'client_credentials' ? daemon : web
      const send = (fields: Fields) => askToken(understudy, client, fields)
      t.same(await tryAll({ ...client.fields, ...grant }, send, faultOfJson), [])
    })
  }

  t.test('is answered in JSON when it is in the Authorization header', async t => {
    const understudy = await understudyFor(t)
    const form = {
      grant_type: 'client_credentials',
      client_id: undefined,
      client_secret: undefined,
    }
    const encoded = oddValues
      .filter(value => value.length < 1000)
      .flatMap(value => [value, `${value}:${value}`])
      .map(value => Buffer.from(value).toString('base64'))
    for (const value of [...encoded, '', '%%%', 'x'.repeat(5_000)]) {
      const headers = { authorization: `Basic ${value}` }
      t.equal(faultOfJson(await askToken(understudy, daemon, form, { headers })), undefined)
    }
  })
})

t.test('An odd parameter elsewhere', async t => {
  t.test('is answered in JSON to a device that asks for a code', async t => {
    const understudy = await understudyFor(t)
    const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/devicecode`
    const sent = { ...device.fields, scope: 'User.Read', claims: '{}' }
    t.same(await tryAll(sent, fields => postForm(understudy, url, fields), faultOfJson), [])
  })

  t.test('is answered by a page on the way through the pages', async t => {
    const understudy = await understudyFor(t)
    const browser = new Browser(understudy)
    const { login_hint: _, ...parameters } = authorizeFields(web, { redirect_uri: CALLBACK })
    const page = await browser.open(authorizeUrl(web, parameters))
    const typed = { loginfmt: 'adele', login: 'adele', passwd: 'x', method: 'x' }
    t.same(await tryAll(typed, fields => browser.submit(page, fields), faultOfPage), [])
    for (const [path, sent] of [
      [`/${DOMAIN}/oauth2/v2.0/login`, { ctx: '1.x', back: '1', cancel: '1' }],
      ['/common/oauth2/deviceauth', { otc: 'ABC' }],
      [`/${DOMAIN}/oauth2/v2.0/logout`, signOut],
    ] as const) {
      const send = (fields: Fields) => browser.post(LOGIN + path, fields)
      t.same(await tryAll(sent, send, faultOfPage), [], path)
    }
  })
})

t.test('An error', async t => {
  t.test('repeats what was sent as text, whatever it is', async t => {
    const understudy = await understudyFor(t)
    for (const sent of oddValues.filter(value => value !== '')) {
      const { json } = await askToken(understudy, device, { grant_type: sent })
      const { error_description: description } = Object(json)
      const sentence = `AADSTS70003: The app requested an unsupported grant type '${sent}'.`
      // Not by `equal`, whose report could not show it.
      t.ok(description.startsWith(`${sentence} Trace ID: `), `value ${oddValues.indexOf(sent)}`)
    }
  })
})
