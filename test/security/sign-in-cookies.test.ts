// The cookies of the browser session: who can read them, where they are sent, and how long they last.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { authorizeUrl, device, passPages, passwordOf } from '../support/sign-in.ts'
import { automaticUnderstudy } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** A cookie with what goes with it: `{ name: 'ESTSAUTH', httponly: '', path: '/' }`. */
function readCookie(text: string): Readonly<Record<string, string>> {
  const [pair = '', ...attributes] = text.split('; ')
  const [name = '', value = ''] = pair.split('=')
  const read = attributes.map(one => {
    const [key = '', given = ''] = one.split('=')
    return [key.toLowerCase(), given] as const
  })
  return { name, value, ...Object.fromEntries(read) }
}

/** The cookies that a browser is given when adele signs in. */
async function cookiesOf(
  understudy: Understudy,
  origin: string,
  stay: boolean,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const browser = new Browser(understudy)
  const first = await browser.open(authorizeUrl(device, {}, DOMAIN, origin))
  return (await passPages(browser, first, { stay })).setCookies.map(readCookie)
}

const NINETY_DAYS = String(90 * 24 * 3600)

t.test('The cookies of a session', async t => {
  const secure = { path: '/', httponly: '', secure: '', samesite: 'None' }
  const plain = { path: '/', httponly: '', samesite: 'Lax' }
  for (const [origin, attributes] of [
    [LOGIN, secure],
    ['http://localhost:4280', plain],
    ['http://127.0.0.1:4280', plain],
  ] as const) {
    t.test(`are for the one host, and for no script: ${origin}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      for (const stay of [true, false]) {
        const [kept, gone] = stay
          ? ['ESTSAUTHPERSISTENT', 'ESTSAUTH']
          : ['ESTSAUTH', 'ESTSAUTHPERSISTENT']
        const cookies = await cookiesOf(understudy, origin, stay)
        t.same(cookies.map(({ name }) => name).sort(), ['ESTSAUTH', 'ESTSAUTHPERSISTENT'])
        for (const { name, value, ...given } of cookies) {
          const lifetime =
            name === gone ? { 'max-age': '0' } : stay ? { 'max-age': NINETY_DAYS } : {}
          t.same(given, { ...attributes, ...lifetime }, `${name}`)
          t.match(value, name === kept ? /^1\.[\w-]+$/ : /^$/)
        }
      }
    })
  }

  t.test('go by what the outside sees where something stands in front', async t => {
    const { understudy } = await understudyAtNoon(t, { publicUrl: 'https://login.example' })
    const [cookie] = await cookiesOf(understudy, 'http://localhost:4280', true)
    t.match(cookie, { secure: '', samesite: 'None' })
  })

  t.test('are taken away by the sign-out, with the attributes they were given', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const browser = new Browser(understudy)
    await browser.open(authorizeUrl(device))
    const out = await browser.open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`)
    t.equal(out.setCookies.length, 2)
    for (const cookie of out.setCookies.map(readCookie))
      t.match(cookie, { ...secure, value: '', 'max-age': '0' })
  })

  t.test('are short enough for a browser, however many sign in to however many', async t => {
    const numbers = Array.from({ length: 10 }, (_, index) => index)
    const appId = (number: number) => `4c0de400-0000-4000-8000-00000000000${number}`
    const fixtures = fixtureFolder(t, {
      tenant: { id: '4c0de400-0000-4000-8000-000000000010', domains: ['x.example'] },
      settings: { signIn: 'automatic' },
      users: numbers.map(number => ({ userPrincipalName: `user${number}` })),
      applications: numbers.map(number => ({
        appId: appId(number),
        displayName: `App ${number}`,
        type: 'device',
        redirectUris: ['http://localhost'],
        consented: { scopes: ['User.Read'] },
      })),
    })
    const { understudy } = await understudyAtNoon(t, { fixtures })
    const browser = new Browser(understudy)
    for (const user of numbers) {
      for (const number of numbers) {
        const client = { ...device, appId: appId(number) }
        const asked = { login_hint: `user${user}`, scope: 'openid User.Read' }
        await browser.open(authorizeUrl(client, asked, 'x.example'))
      }
    }
    t.same([...browser.cookies.keys()], ['ESTSAUTH'])
    t.ok(`ESTSAUTH=${browser.cookies.get('ESTSAUTH')}`.length <= 4096)
  })

  t.test('tell nothing to whoever holds them', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const browser = new Browser(understudy)
    await browser.open(authorizeUrl(device, { login_hint: 'adele' }))
    const [value = ''] = browser.cookies.values()
    const text = Buffer.from(value.slice(2), 'base64url').toString('latin1')
    t.notMatch(text, /adele|tenantId|sessions|[0-9a-f]{8}-/)
    t.notMatch(value, passwordOf('adele'))
  })
})
