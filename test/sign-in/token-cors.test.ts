// signIn.token.issue and signIn.deviceCode.start: which pages may call them, as browsers see it.
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { authorizeUrl, obtainTokens, refresh, refusalOf, spa } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const own = [
  'http://localhost:3000',
  'http://localhost:5173',
  'http://localhost:49152',
  'http://LOCALHOST:3000',
]
const others = [
  'https://localhost:3000',
  'http://localhost.example:3000',
  'http://127.0.0.1:3000',
  'https://evil.example',
  'null',
  // Web apps and programs have redirect URIs, but no pages that call.
  'https://login.microsoftonline.com',
]

const ACCESS = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'access-control-allow-credentials',
  'vary',
]

const accessOf = (headers: Headers) =>
  Object.fromEntries(ACCESS.flatMap(name => (headers.has(name) ? [[name, headers.get(name)]] : [])))

t.test('a preflight', async t => {
  const { understudy } = await understudyAtNoon(t)
  const ask = async (path: string, origin: string, headers = {}) =>
    readReply(
      await understudy.fetch(`${LOGIN}/${DOMAIN}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', ...headers },
      }),
    )

  for (const path of ['/oauth2/v2.0/token', '/oauth2/v2.0/devicecode']) {
    for (const origin of own) {
      t.test(`to ${path} is granted to a page of a single-page app: ${origin}`, async t => {
        const asked = 'x-anchormailbox,content-type'
        const { status, headers } = await ask(path, origin, {
          'access-control-request-headers': asked,
        })
        t.equal(status, 200)
        t.same(accessOf(headers), {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'POST, OPTIONS',
          'access-control-allow-headers': asked,
          'access-control-max-age': '600',
          vary: 'Origin',
        })
      })
    }

    for (const origin of others) {
      t.test(`to ${path} is not granted to ${origin}`, async t => {
        const { status, headers } = await ask(path, origin)
        t.equal(status, 200)
        t.same(accessOf(headers), {})
      })
    }
  }

  for (const path of ['/oauth2/v2.0/authorize', '/oauth2/v2.0/logout', '/oauth2/v2.0/login']) {
    t.test(`to ${path} is granted to nobody`, async t => {
      t.same(accessOf((await ask(path, spa.redirectUri)).headers), {})
    })
  }
})

t.test('an answer of the token endpoint', async t => {
  const { understudy } = await understudyAtNoon(t)
  const { refresh_token: token } = await obtainTokens(understudy, spa)
  const ask = (origin: string | undefined, given = token) =>
    refresh(understudy, { ...spa, headers: origin === undefined ? {} : { origin } }, given)

  t.test('may be read by the pages of single-page apps, a refusal too', async t => {
    for (const origin of own) {
      const access = { 'access-control-allow-origin': origin, vary: 'Origin' }
      const answer = await ask(origin)
      t.equal(answer.status, 200)
      t.same(accessOf(answer.headers), access)
      const refusal = await ask(origin, 'garbage')
      t.equal(refusal.status, 400)
      t.same(accessOf(refusal.headers), access)
    }
  })

  t.test('may be read by no other page, nor says so to who is none', async t => {
    for (const origin of [...others, undefined]) t.same(accessOf((await ask(origin)).headers), {})
    t.same(refusalOf(await ask(undefined)), [400, 'invalid_request', 9002327])
  })
})

t.test('a page of the sign-in surface', async t => {
  t.test('may be read by no page at all', async t => {
    const { understudy } = await understudyAtNoon(t)
    const page = await new Browser(understudy).open(authorizeUrl(spa))
    t.same(accessOf(page.headers), {})
  })
})
