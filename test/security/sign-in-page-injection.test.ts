// Every field of every page, and every name in a fixture, as markup and as header lines: it stays a value.

import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { fixtureFolder } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { hasSoundHeaders, hostile, isUnmoved, MARK, skeletonOf } from '../support/hostile.ts'
import { authorizeUrl, device, passPages, passPassword } from '../support/sign-in.ts'
import { ctxOf, postLogin, startDevice } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const FIELDS = ['ctx', 'login', 'loginfmt', 'passwd', 'method', 'stay', 'consent', 'confirm', 'otc']
const DEVICE_PAGE = `${LOGIN}/common/oauth2/deviceauth`

t.test('A field of a page', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const first = await browser.open(authorizeUrl(device, { scope: 'Mail.Read', state: MARK }))
  const password = await browser.submit(first, { login: 'adele' })
  const stay = await passPassword(browser, first)
  const consent = await passPages(browser, first)
  const { userCode } = await startDevice(understudy, device)
  const picking = await browser.post(DEVICE_PAGE, { otc: userCode })

  for (const [step, page] of Object.entries({ first, password, stay, consent, picking })) {
    t.test(`stays a value, at every step: ${step}`, async t => {
      const ask = (name: string, value: string) =>
        postLogin(new Browser(understudy), name === 'ctx' ? value : ctxOf(page), { [name]: value })
      const tame = new Map<string, Page>()
      for (const name of FIELDS) tame.set(name, await ask(name, MARK))
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...tame), hostile, async ([name, wanted], value) =>
          isUnmoved(await ask(name, value), wanted),
        ),
        { numRuns: 80 },
      )
      t.equal(tame.size, FIELDS.length)
    })
  }

  t.test('stays a value where a device shows its code', async t => {
    const get = (otc: string) =>
      new Browser(understudy).open(`${DEVICE_PAGE}?${new URLSearchParams({ otc })}`)
    const post = (otc: string) => new Browser(understudy).post(DEVICE_PAGE, { otc })
    for (const ask of [get, post]) {
      const tame = await ask(MARK)
      await fc.assert(
        fc.asyncProperty(hostile, async value => isUnmoved(await ask(value), tame)),
        { numRuns: 40 },
      )
      t.match(tame.html, MARK)
    }
  })
})

t.test('A name in a fixture', async t => {
  const AUTHORITY = 'x.example'
  const documentOf = (text: string): FixtureDocument => ({
    tenant: {
      id: '4c0de300-0000-4000-8000-000000000000',
      domains: [AUTHORITY],
      displayName: text,
    },
    users: [{ userPrincipalName: 'ada', password: 'ada-secret', displayName: text }],
    applications: [
      {
        appId: device.appId,
        displayName: text,
        type: 'device',
        redirectUris: ['http://localhost'],
      },
    ],
  })
  const doubleWith = async (t: Test, text: string) =>
    (await understudyAtNoon(t, { fixtures: fixtureFolder(t, documentOf(text)) })).understudy
  const walk = async (understudy: Understudy): Promise<readonly Page[]> => {
    const browser = new Browser(understudy)
    const scope = 'Mail.Read'
    const first = await browser.open(authorizeUrl(device, { scope }, AUTHORITY))
    const password = await browser.submit(first, { login: 'ada' })
    const stay = await browser.submit(password, { login: 'ada', passwd: 'ada-secret' })
    const consent = await browser.submit(stay, { stay: 'Yes' })
    const declined = await browser.submit(consent, { consent: 'Cancel' })
    const prompt = 'select_account'
    const again = await browser.open(authorizeUrl(device, { scope, prompt }, AUTHORITY))
    const unknown = { scope: 'api://nothing/x', response_mode: 'form_post' }
    const error = await browser.open(authorizeUrl(device, unknown, AUTHORITY))
    return [first, password, stay, consent, declined, again, error]
  }

  t.test('stays a value on every page, and in the errors that clients are told', async t => {
    const wanted = await walk(await doubleWith(t, MARK))
    for (const value of fc.sample(hostile, { numRuns: 18, seed: 7 })) {
      for (const [index, page] of (await walk(await doubleWith(t, value))).entries()) {
        const tame = wanted[index] ?? page
        t.same(skeletonOf(page), skeletonOf(tame), `page ${index} of ${encodeURIComponent(value)}`)
        t.ok(hasSoundHeaders(page))
      }
    }
  })
})
