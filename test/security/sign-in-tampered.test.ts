// Credentials of the sign-in surface, changed anywhere: refused with the right error, never a failure of the double, and nothing is used up.
import fc from 'fast-check'
import t from 'tap'
import { answerOf, Browser, errorOf, titleOf } from '../support/form-browser.ts'
import { mutationsOf } from '../support/mutations.ts'
import {
  askToken,
  authorizeUrl,
  device,
  OWN_API,
  passPages,
  passPassword,
  redeemCode,
  refresh,
  spa,
  web,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  ctxOf,
  DEVICE_GRANT,
  OBO_GRANT,
  pageError,
  postLogin,
  quickCode,
  quickTokens,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'

const runs = { numRuns: 150 }
/** What a form, a header or a log might make something else of. */
const odd = 'Az09-_.=+/~ %&\t\r\n\0"\'<>é\u{1f511}'

/** Whether it could be one at all: the prefix, then base64url in its one spelling, long enough to hold a nonce and a tag. */
function looksSealed(text: string): boolean {
  const encoded = /^1\.([A-Za-z0-9_-]+)$/.exec(text)?.[1] ?? ''
  const bytes = Buffer.from(encoded, 'base64url')
  return bytes.toString('base64url') === encoded && bytes.length >= 12 + 16
}

/** What a changed code or refresh token is answered. */
function expectedRefusal(text: string): string {
  if (text === '') return '400 invalid_request 900144'
  return `400 invalid_grant ${looksSealed(text) ? 70000 : 9002313}`
}

t.test('A changed authorization code', async t => {
  const { understudy } = await automaticUnderstudy(t)
  const code = await quickCode(understudy, web)

  t.test('is refused, and the code can still be redeemed', async t => {
    for (const characters of [undefined, odd]) {
      await fc.assert(
        fc.asyncProperty(mutationsOf(code, characters), async changed => {
          const reply = await redeemCode(understudy, web, changed)
          return refusal(reply) === expectedRefusal(changed)
        }),
        runs,
      )
    }
    t.equal((await redeemCode(understudy, web, code)).status, 200)
  })
})

t.test('A changed refresh token', async t => {
  const { understudy } = await automaticUnderstudy(t)

  for (const client of [web, spa]) {
    t.test(`is refused, and the token goes on: ${client.appId}`, async t => {
      const { refresh_token: token = '' } = await quickTokens(understudy, client)
      for (const characters of [undefined, odd]) {
        await fc.assert(
          fc.asyncProperty(mutationsOf(token, characters), async changed => {
            const reply = await refresh(understudy, client, changed)
            return refusal(reply) === expectedRefusal(changed)
          }),
          runs,
        )
      }
      t.equal((await refresh(understudy, client, token)).status, 200)
    })
  }
})

t.test('A changed device code', async t => {
  t.test('is unknown, and the device goes on waiting', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { deviceCode } = await startDevice(understudy, device)
    const poll = (code: string) =>
      askToken(understudy, device, { grant_type: DEVICE_GRANT, device_code: code })
    await fc.assert(
      fc.asyncProperty(mutationsOf(deviceCode), async changed => {
        const wanted = changed === '' ? 'invalid_request 900144' : 'bad_verification_code 70018'
        return refusal(await poll(changed)) === `400 ${wanted}`
      }),
      runs,
    )
    t.equal(refusal(await poll(deviceCode)), '400 authorization_pending 70016')
  })
})

t.test("A page's changed state", async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const first = await browser.open(authorizeUrl(device, { scope: 'User.Read Mail.Read' }))
  const password = await browser.submit(first, { login: 'adele' })
  const stay = await passPassword(browser, first)
  const consent = await browser.submit(stay, { stay: 'No' })
  const pages = { first, password, stay, consent }

  for (const [name, page] of Object.entries(pages)) {
    t.test(`is refused at every step: ${name}`, async () => {
      const fields = { login: 'adele', passwd: 'adele-Passw0rd!', stay: 'Yes', consent: 'Accept' }
      await fc.assert(
        fc.asyncProperty(mutationsOf(ctxOf(page)), async changed => {
          const answer = await postLogin(new Browser(understudy), changed, fields)
          const isQuiet = answer.setCookies.length === 0 && answer.location === undefined
          return answer.status === 400 && pageError(answer) === 'AADSTS9002313' && isQuiet
        }),
        runs,
      )
    })
  }

  t.test('costs nothing: the page goes on as it was', async t => {
    t.equal(titleOf(consent), 'Permissions requested')
    const answer = answerOf(await browser.submit(consent, { consent: 'Accept' }))
    t.equal((await redeemCode(understudy, device, answer.code)).status, 200)
  })
})

t.test('A changed session cookie', async t => {
  const { understudy } = await understudyAtNoon(t)
  const silent = authorizeUrl(device, { prompt: 'none' })

  for (const stay of [true, false]) {
    t.test(`is no session, and the right one goes on: stay signed in ${stay}`, async t => {
      const browser = new Browser(understudy)
      await passPages(browser, await browser.open(authorizeUrl(device)), { stay })
      const [[name, value = ''] = ['', '']] = browser.cookies
      await fc.assert(
        fc.asyncProperty(mutationsOf(value), async changed => {
          const other = new Browser(understudy, new Map([[name, changed]]))
          const [error, code] = errorOf(await other.open(silent))
          return error === 'login_required' && code === 'AADSTS50058'
        }),
        runs,
      )
      t.ok(answerOf(await browser.open(silent)).code)
    })
  }

  t.test('does no harm beside one that is right', async t => {
    const browser = new Browser(understudy)
    await passPages(browser, await browser.open(authorizeUrl(device)), { stay: true })
    browser.cookies.set('ESTSAUTH', `${browser.cookies.get('ESTSAUTHPERSISTENT')}x`)
    t.ok(answerOf(await browser.open(silent)).code)
  })
})

t.test('A changed on-behalf-of assertion', async t => {
  t.test('is refused, and the assertion can still be exchanged', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const scope = `${OWN_API}/access_as_user`
    const { access_token: assertion } = await quickTokens(understudy, device, { scope })
    const exchange = (text: string) =>
      askToken(understudy, web, {
        grant_type: OBO_GRANT,
        requested_token_use: 'on_behalf_of',
        scope: 'User.Read',
        assertion: text,
      })
    const wanted = ['400 invalid_request 50027', '400 invalid_grant 50013']
    for (const characters of [undefined, odd]) {
      await fc.assert(
        fc.asyncProperty(mutationsOf(assertion, characters), async changed => {
          const got = refusal(await exchange(changed))
          return changed === '' ? got === '400 invalid_request 900144' : wanted.includes(got)
        }),
        runs,
      )
    }
    const reply = await exchange(assertion)
    t.equal(reply.status, 200)
    const token: string = Object(reply.json).access_token
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })
})
