// The browser session: how long it lasts, which clients share it, and whose it is.
import t from 'tap'
import type { ManualClock } from '../../src/clock.ts'
import { fixtureFolder, ids, upn } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, LOGIN, titleOf } from '../support/form-browser.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  passPages,
  spa,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const HOUR = 3600
const DAY = 24 * HOUR
/** Asks without the person: a code, or why not. */
async function silently(browser: Browser, client: TestClient = web, parameters = {}) {
  const page = await browser.open(authorizeUrl(client, { prompt: 'none', ...parameters }))
  return 'code' in answerOf(page) ? 'code' : errorOf(page)[1]
}

t.test('a session', async t => {
  for (const [stay, lifetime] of [
    [false, DAY],
    [true, 90 * DAY],
  ] as const) {
    t.test(
      `lasts ${lifetime / DAY} days${stay ? ' for who stays signed in' : ''}, used or not`,
      async t => {
        const { understudy, clock } = await understudyAtNoon(t)
        const browser = await browserOf(understudy, { user: 'adele', stay })
        clock.advance(lifetime - HOUR)
        t.equal(await silently(browser), 'code')
        clock.advance(HOUR - 0.001)
        t.equal(await silently(browser), 'code')
        clock.advance(0.001)
        t.equal(await silently(browser), 'AADSTS50058')
        t.equal(titleOf(await browser.open(authorizeUrl(web))), 'Pick an account')
      },
    )
  }

  t.test('serves every client, at every name of its tenant', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele' })
    for (const client of [web, spa, device]) t.equal(await silently(browser, client), 'code')
    for (const authority of ['common', 'organizations']) {
      const page = await browser.open(authorizeUrl(web, { prompt: 'none' }, authority))
      t.type(answerOf(page).code, 'string', authority)
    }
  })

  t.test('does not serve where its account does not belong', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele' })
    const page = await browser.open(authorizeUrl(spa, { prompt: 'none' }, 'consumers'))
    t.same(errorOf(page), ['login_required', 'AADSTS50058'])
  })

  t.test('is one in that browser alone', async t => {
    const { understudy } = await understudyAtNoon(t)
    await browserOf(understudy, { user: 'adele' })
    t.equal(await silently(new Browser(understudy)), 'AADSTS50058')
  })

  t.test('gives way to the next one of the same account', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele', stay: true })
    const stateOf = async () =>
      answerOf(await browser.open(authorizeUrl(web, { prompt: 'none' }))).session_state
    const before = await stateOf()
    const page = await browser.open(authorizeUrl(web, { prompt: 'login' }))
    await passPages(browser, page)
    t.not(await stateOf(), before)
    t.same([...browser.cookies.keys()], ['ESTSAUTH'])
  })

  t.test(
    'stands beside those of four other accounts; the one not used longest goes first',
    async t => {
      const { understudy } = await understudyAtNoon(t)
      const people = ['adele', 'alex', 'megan', 'lee', 'joni'] as const
      const browser = await browserOf(
        understudy,
        { user: 'adele' },
        ...people.slice(1).map(user => ({ user })),
      )
      const live = async () => {
        const answers: string[] = []
        for (const name of [...people, 'lynne'])
          if ((await silently(browser.copy(), web, { login_hint: upn(name) })) === 'code')
            answers.push(name)
        return answers
      }
      t.same(await live(), people)
      await silently(browser, web, { login_hint: upn('adele') })
      const page = await browser.open(authorizeUrl(web, { prompt: 'login' }))
      await passPages(browser, page, { user: 'lynne' })
      t.same(await live(), ['adele', 'megan', 'lee', 'joni', 'lynne'])
    },
  )

  t.test('may outlast the browser beside one that does not', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele', stay: true }, { user: 'alex' })
    t.same([...browser.cookies.keys()].sort(), ['ESTSAUTH', 'ESTSAUTHPERSISTENT'])
    t.equal(await silently(browser), 'AADSTS16000')
    browser.cookies.delete('ESTSAUTH')
    const { id_token: idToken } = answerOf(
      await browser.open(
        authorizeUrl(web, { prompt: 'none', response_type: 'id_token', nonce: 'n' }),
      ),
    )
    t.equal(claimsOf(idToken).oid, ids.adele)
    clock.advance(89 * DAY)
    t.equal(await silently(browser), 'code')
  })
})

t.test('the sessions of two tenants', async t => {
  const tenant = (domain: string, user: string, appId: string) => ({
    tenant: { domains: [domain] as [string] },
    users: [{ userPrincipalName: user }],
    applications: [
      {
        appId,
        displayName: domain,
        type: 'web' as const,
        redirectUris: [web.redirectUri],
        consented: { scopes: ['User.Read'] },
      },
    ],
  })

  t.test('stand beside one another, and each serves its own', async t => {
    const { understudy, clock } = await understudyAtNoon(t, {
      fixtures: fixtureFolder(
        t,
        tenant('one.example', 'ann', web.appId),
        tenant('two.example', 'bob', device.appId),
      ),
    })
    const browser = new Browser(understudy)
    const at = (domain: string, parameters = {}) => {
      const client = domain === 'one.example' ? web : { ...web, appId: device.appId }
      return browser.open(authorizeUrl(client, parameters, domain))
    }
    await passPages(browser, await at('one.example'), { user: 'ann@one.example' })
    t.same(errorOf(await at('two.example', { prompt: 'none' })), ['login_required', 'AADSTS50058'])
    await passPages(browser, await at('two.example'), { user: 'bob@two.example' })
    for (const domain of ['one.example', 'two.example'])
      t.type(answerOf(await at(domain, { prompt: 'none' })).code, 'string')
    await signOut(browser, 'one.example', clock)
    t.same(errorOf(await at('one.example', { prompt: 'none' })), ['login_required', 'AADSTS50058'])
    t.type(answerOf(await at('two.example', { prompt: 'none' })).code, 'string')
  })

  async function signOut(browser: Browser, domain: string, clock: ManualClock) {
    clock.advance(1)
    await browser.open(`${LOGIN}/${domain}/oauth2/v2.0/logout`)
  }
})
