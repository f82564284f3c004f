// Random walks through the pages: every step is an answer, none leads round in circles, and from anywhere there is a way to the end.
import fc from 'fast-check'
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { Browser, LOGIN, titleOf } from '../support/form-browser.ts'
import { isHtml } from '../support/hostile.ts'
import { parseMarkup } from '../support/markup.ts'
import { authorizeUrl, device, spa, web } from '../support/sign-in.ts'
import { ctxOf, postLogin, startDevice } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

type Fields = Record<string, string>

const requests = fc.record({
  client: fc.constantFrom(device, web, spa),
  parameters: fc.record(
    {
      prompt: fc.constantFrom('login', 'select_account', 'consent', 'none'),
      login_hint: fc.constantFrom('adele', 'nobody', 'disabled', 'pat@outlook.com'),
      scope: fc.constantFrom('openid User.Read', 'Mail.Read', 'User.Read.All', 'openid'),
      response_mode: fc.constantFrom('query', 'fragment', 'form_post'),
    },
    { requiredKeys: [] },
  ),
})
/** What a person may send from any page: what belongs there, and what does not. */
const answers: fc.Arbitrary<Fields> = fc.record(
  {
    login: fc.constantFrom('adele', 'admin', 'nobody', 'disabled', 'pat@outlook.com', ''),
    passwd: fc.constantFrom('adele-Passw0rd!', 'admin-Passw0rd!', 'wrong', ''),
    method: fc.constantFrom('passkey', 'other'),
    back: fc.constant('Back'),
    cancel: fc.constant('Cancel'),
    stay: fc.constantFrom('Yes', 'No', ''),
    consent: fc.constantFrom('Accept', 'Cancel', ''),
    confirm: fc.constantFrom('Continue', 'Cancel', ''),
  },
  { requiredKeys: [] },
)
/** Of somebody who knows what they want, on any page. */
const RESOLUTE: Fields = {
  login: 'admin',
  passwd: 'admin-Passw0rd!',
  stay: 'No',
  consent: 'Accept',
  confirm: 'Continue',
}
/** Picking, password, staying signed in, consent: there is no more to ask. */
const MOST_STEPS = 4

const hasForm = (page: Page) => page.html.includes('name="ctx"')
const isEnd = (page: Page) => !hasForm(page)

/** Whether it is a page, an error page, or a way to a client, which is never one back to the double. */
function isAnswer(page: Page): boolean {
  if (isHtml(page)) parseMarkup(page.html)
  if (page.location !== undefined)
    return page.status === 302 && /^http:\/\/localhost(:3000)?[/?#]/.test(page.location)
  return [200, 400].includes(page.status) && isHtml(page)
}

t.test('A walk through the pages', async t => {
  t.test('meets nothing but answers, and can be brought to an end from anywhere', async t => {
    const { understudy } = await understudyAtNoon(t)
    await fc.assert(
      fc.asyncProperty(
        requests,
        fc.array(answers, { maxLength: 8 }),
        async ({ client, parameters }, steps) => {
          const browser = new Browser(understudy)
          let page = await browser.open(authorizeUrl(client, parameters))
          for (const fields of steps) {
            if (!isAnswer(page)) return false
            if (isEnd(page)) break
            page = await browser.submit(page, fields)
          }
          for (let left = MOST_STEPS; !isEnd(page) && left > 0; left--)
            page = await browser.submit(page, RESOLUTE)
          return isAnswer(page) && isEnd(page)
        },
      ),
      { numRuns: 120 },
    )
  })

  t.test('to approve a device comes to an end as well', async t => {
    const { understudy } = await understudyAtNoon(t)
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { maxLength: 6 }), async steps => {
        const { userCode } = await startDevice(understudy, device)
        const browser = new Browser(understudy)
        let page = await browser.post(`${LOGIN}/common/oauth2/deviceauth`, { otc: userCode })
        for (const fields of steps) {
          if (!isAnswer(page) || page.location !== undefined) return false
          if (isEnd(page)) break
          page = await browser.submit(page, fields)
        }
        for (let left = MOST_STEPS; !isEnd(page) && left > 0; left--)
          page = await browser.submit(page, RESOLUTE)
        return isAnswer(page) && isEnd(page) && page.location === undefined
      }),
      { numRuns: 60 },
    )
  })

  t.test('goes the same way from a page that is sent twice', async t => {
    const { understudy } = await understudyAtNoon(t)
    await fc.assert(
      fc.asyncProperty(
        requests,
        fc.array(answers, { maxLength: 5 }),
        answers,
        async (asked, steps, last) => {
          const browser = new Browser(understudy)
          let page = await browser.open(authorizeUrl(asked.client, asked.parameters))
          for (const fields of steps) {
            if (isEnd(page)) return true
            page = await browser.submit(page, fields)
          }
          if (isEnd(page)) return true
          const ctx = ctxOf(page)
          const [one, other] = [
            await postLogin(browser, ctx, last),
            await postLogin(browser, ctx, last),
          ]
          const way = (answer: Page) =>
            [answer.status, titleOf(answer), answer.location?.replace(/[?#].*/, '')].join(' ')
          return way(one) === way(other)
        },
      ),
      { numRuns: 80 },
    )
  })
})

t.test('A redirect', async t => {
  t.test('of the sign-in or the sign-out is the only one, and leads to a client', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const first = await browser.open(authorizeUrl(web))
    const stay = await browser.submit(first, RESOLUTE)
    const done = await browser.submit(stay, { stay: 'Yes' })
    t.match(done.location, /^http:\/\/localhost:3000\/auth\/callback\?code=/)
    for (const _ of [1, 2, 3]) {
      const again = await browser.open(authorizeUrl(web))
      t.match(again.location, /^http:\/\/localhost:3000\/auth\/callback\?code=/)
    }
    const own = [
      `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`,
      `${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`,
      `${LOGIN}/`,
    ]
    for (const uri of own) {
      const query = new URLSearchParams({ post_logout_redirect_uri: uri })
      const out = await browser.open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/logout?${query}`)
      t.equal(out.location, undefined)
    }
  })
})
