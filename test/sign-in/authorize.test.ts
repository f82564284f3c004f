// signIn.authorize.*: what a client is answered, and where in the answer it stands.
import t from 'tap'
import { clients, DOMAIN, fixtureFolder, ids, TENANT_ID } from '../support/contoso.ts'
import { answerOf, Browser, formOf, LOGIN } from '../support/form-browser.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  authorizeFields,
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  passPages,
  spa,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const CODE = /^1\.[\w-]{100,}$/
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

const code = { code: CODE, state: 'st', session_state: GUID }
const idToken = { id_token: TOKEN, state: 'st', session_state: GUID }

/** Response type and mode; where the answer stands, and what is in it. */
const answers = [
  ['code', undefined, '?', code],
  ['code', 'query', '?', code],
  ['code', 'fragment', '#', code],
  ['id_token', undefined, '#', idToken],
  ['id_token', 'fragment', '#', idToken],
  ['code id_token', undefined, '#', { ...code, ...idToken }],
  ['id_token code', 'fragment', '#', { ...code, ...idToken }],
] as const

t.test('an authorization request', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = await browserOf(understudy, { user: 'adele' })
  const ask = (client: TestClient, parameters: Record<string, string | undefined> = {}) =>
    browser.open(authorizeUrl(client, { state: 'st', nonce: 'n', ...parameters }))

  for (const [type, mode, separator, members] of answers) {
    t.test(`for ${type} by ${mode ?? 'default'} is answered behind ${separator}`, async t => {
      const page = await ask(web, { response_type: type, response_mode: mode })
      t.equal(page.status, 302)
      t.equal(page.html, '')
      t.equal(page.headers.get('cache-control'), 'no-store, no-cache')
      t.equal(page.location?.split(/[?#]/, 1)[0], web.redirectUri)
      t.equal(page.location?.[web.redirectUri.length], separator)
      t.matchOnly(answerOf(page), members)
    })
  }

  for (const [type, members] of [
    ['code', code],
    ['id_token', idToken],
    ['code id_token', { ...code, ...idToken }],
  ] as const) {
    t.test(`for ${type} by form_post is answered with a form that sends itself`, async t => {
      const page = await ask(web, { response_type: type, response_mode: 'form_post' })
      t.equal(page.status, 200)
      t.equal(page.location, undefined)
      t.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
      t.equal(page.headers.get('cache-control'), 'no-store, no-cache')
      t.equal(formOf(page).action, web.redirectUri)
      t.matchOnly(answerOf(page), members)
      t.match(page.headers.get('content-security-policy'), /; script-src 'sha256-[^']+'; /)
    })
  }

  t.test('gets its state back as it was, and none where it had none', async t => {
    const state = 'a b+c&d=e#f%20"<é>\u{1f511}'
    for (const mode of ['query', 'fragment', 'form_post'])
      t.equal(answerOf(await ask(web, { state, response_mode: mode })).state, state, mode)
    t.notOk('state' in answerOf(await ask(web, { state: undefined })))
  })

  t.test('gets client_info where it asks for it, and only by a 1', async t => {
    const { client_info: info = '' } = answerOf(await ask(web, { client_info: '1' }))
    t.equal(
      Buffer.from(info, 'base64url').toString(),
      `{"uid":"${ids.adele}","utid":"${TENANT_ID}"}`,
    )
    for (const value of [undefined, '', '0', 'true'])
      t.notOk('client_info' in answerOf(await ask(web, { client_info: value })))
  })

  t.test('gets the same session_state again, which is the sid of its id token', async t => {
    const first = answerOf(await ask(web, { response_type: 'id_token' }))
    t.equal(claimsOf(first.id_token).sid, first.session_state)
    t.equal(answerOf(await ask(device)).session_state, first.session_state)
  })

  t.test('gets another code every time', async t => {
    t.not(answerOf(await ask(web)).code, answerOf(await ask(web)).code)
  })

  t.test('may come as a form', async t => {
    const { client_id = '', ...fields } = authorizeFields(web, { state: 'st' })
    const form = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value ?? '']),
    )
    const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`
    const page = await browser.post(
      url,
      { client_id, ...form },
      { origin: 'http://localhost:3000' },
    )
    t.equal(page.status, 302)
    t.matchOnly(answerOf(page), code)
  })

  t.test('may leave out the redirect URI where there is one only', async t => {
    const page = await ask(web, { redirect_uri: undefined })
    t.equal(page.location?.split('?', 1)[0], web.redirectUri)
  })

  t.test('may name the client and the tenant in capitals', async t => {
    const page = await browser.open(
      authorizeUrl({ ...web, appId: clients.web.toUpperCase() }, {}, DOMAIN.toUpperCase()),
    )
    t.match(answerOf(page).code, CODE)
  })

  for (const [client, uri] of [
    [device, 'http://localhost:8400'],
    [device, 'http://localhost/'],
    [device, 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
    [spa, 'http://localhost:3000/redirect'],
    [spa, 'http://LOCALHOST:49152'],
  ] as const) {
    t.test(`is answered at ${uri}, as a public client may ask`, async t => {
      const page = await ask(client, { redirect_uri: uri })
      t.equal(page.location?.split('?', 1)[0], uri)
    })
  }

  t.test('goes through the pages of whichever authority it names', async t => {
    for (const authority of [TENANT_ID, DOMAIN, 'common', 'organizations']) {
      const visited = new Browser(understudy)
      const page = await visited.open(authorizeUrl(web, {}, authority))
      t.equal(page.status, 200)
      t.match(answerOf(await passPages(visited, page)).code, CODE, authority)
    }
  })
})

t.test('a redirect URI with a query of its own keeps it', async t => {
  const redirectUri = 'https://app.example/callback?kind=a%20b'
  const { understudy } = await understudyAtNoon(t, {
    fixtures: fixtureFolder(t, {
      tenant: { domains: [DOMAIN] },
      settings: { signIn: 'automatic' },
      users: [{ userPrincipalName: 'adele' }],
      applications: [
        {
          appId: clients.web,
          displayName: 'App',
          type: 'web',
          redirectUris: [redirectUri],
          consented: { scopes: ['User.Read'] },
        },
      ],
    }),
  })
  const browser = new Browser(understudy)
  const at = async (mode: string) =>
    (await browser.open(authorizeUrl({ ...web, redirectUri }, { response_mode: mode }))).location
  t.match(await at('query'), `${redirectUri}&code=1.`)
  t.match(await at('fragment'), `${redirectUri}#code=1.`)
})
