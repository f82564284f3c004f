// signIn.authorize.*: who is asked, by `prompt`, by the hints of the request and by who is signed in at the browser.
import t from 'tap'
import { DOMAIN, ids, upn } from '../support/contoso.ts'
import type { Browser, Page } from '../support/form-browser.ts'
import {
  answerOf,
  errorOf,
  notesOf,
  Browser as OtherBrowser,
  titleOf,
  wordsOf,
} from '../support/form-browser.ts'
import {
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  obtainTokens,
  passPages,
  signIn,
  spa,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

type Parameters = Readonly<Record<string, string>>

const ask = (browser: Browser, parameters: Parameters = {}) =>
  browser.open(authorizeUrl(web, { response_type: 'id_token', nonce: 'n', ...parameters }))

/** Whom the client's answer is about: the user's name before the `@`. */
const personIn = (page: Page) =>
  String(claimsOf(answerOf(page).id_token).preferred_username).split('@', 1)[0]

const asked = (parameters: Parameters) => Object.entries(parameters).join(' ').replaceAll(',', '=')

t.test('with nobody signed in', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('a silent request is told that there is nobody', async t => {
    const page = await ask(new OtherBrowser(understudy), { prompt: 'none', state: 'st' })
    t.equal(page.status, 302)
    t.same(errorOf(page), ['login_required', 'AADSTS50058'])
    t.match(
      answerOf(page).error_description,
      /^AADSTS50058: A silent sign-in request was sent but no user is signed in\. .* Trace ID: /,
    )
    t.equal(answerOf(page).state, 'st')
  })

  for (const parameters of [
    {},
    { prompt: 'login' },
    { prompt: 'select_account' },
    { prompt: 'consent' },
    { domain_hint: DOMAIN },
  ]) {
    t.test(`a person is asked to pick an account, by '${asked(parameters)}'`, async t => {
      const page = await ask(new OtherBrowser(understudy), parameters)
      t.equal(page.status, 200)
      t.equal(titleOf(page), 'Pick an account')
    })
  }

  t.test(
    'a hint leads to the password straight away, unless an account is to be picked',
    async t => {
      const hint = { login_hint: upn('adele') }
      const browser = new OtherBrowser(understudy)
      for (const parameters of [
        hint,
        { ...hint, prompt: 'login' },
        { ...hint, domain_hint: 'x' },
      ]) {
        const page = await ask(browser, parameters)
        t.equal(titleOf(page), 'Enter password', asked(parameters))
        t.same(Object.keys(notesOf(page)), [upn('adele')])
      }
      const picked = await ask(browser, { ...hint, prompt: 'select_account' })
      t.equal(titleOf(picked), 'Pick an account')
      t.match(picked.html, `name="loginfmt" value="${upn('adele')}"`)
    },
  )

  t.test('a hint at nobody stands in the field, to be put right', async t => {
    const page = await ask(new OtherBrowser(understudy), { login_hint: 'addele' })
    t.equal(titleOf(page), 'Pick an account')
    t.match(page.html, 'name="loginfmt" value="addele"')
  })
})

t.test('with one person signed in', async t => {
  const { understudy } = await understudyAtNoon(t)
  const { id_token: idToken } = await obtainTokens(understudy, spa, {
    parameters: { claims: '{"id_token":{"login_hint":null}}' },
  })
  const opaque = String(claimsOf(idToken).login_hint ?? '')
  const browser = await browserOf(understudy, { user: 'adele' })
  const { session_state: sid = '' } = answerOf(await ask(browser))

  for (const parameters of [
    {},
    { prompt: 'none' },
    { login_hint: upn('adele') },
    { login_hint: upn('ADELE').toUpperCase() },
    { login_hint: 'adele' },
    { login_hint: ids.adele },
    { prompt: 'none', login_hint: upn('adele') },
    { prompt: 'none', login_hint: opaque },
    { prompt: 'none', sid },
    { prompt: 'none', domain_hint: 'consumers' },
    { prompt: 'none', domain_hint: 'fabrikam.com' },
    { prompt: '' },
    { login_hint: '' },
  ]) {
    t.test(`nobody is asked, by '${asked(parameters).slice(0, 80)}'`, async t => {
      const page = await ask(browser, parameters)
      t.equal(page.status, 302)
      t.equal(personIn(page), 'adele')
    })
  }

  for (const [parameters, title] of [
    [{ prompt: 'login' }, 'Pick an account'],
    [{ prompt: 'login', login_hint: upn('adele') }, 'Enter password'],
    [{ prompt: 'select_account' }, 'Pick an account'],
    [{ prompt: 'consent' }, 'Permissions requested'],
    [{ login_hint: upn('alex') }, 'Enter password'],
    [{ login_hint: 'nobody' }, 'Pick an account'],
    [{ sid: '00000000-0000-4000-8000-000000000000' }, 'Pick an account'],
  ] as const) {
    t.test(`the page is '${title}', by '${asked(parameters)}'`, async t => {
      const page = await ask(browser, parameters)
      t.equal(page.status, 200)
      t.equal(titleOf(page), title)
    })
  }

  for (const parameters of [
    { login_hint: upn('alex') },
    { login_hint: 'nobody' },
    { sid: '00000000-0000-4000-8000-000000000000' },
    // The session counts more than whose it is.
    { sid: '00000000-0000-4000-8000-000000000000', login_hint: upn('adele') },
  ]) {
    t.test(`nobody is silently taken for another, by '${asked(parameters)}'`, async t => {
      const page = await ask(browser, { prompt: 'none', ...parameters })
      t.same(errorOf(page), ['login_required', 'AADSTS50058'])
    })
  }

  t.test('the claim login_hint is opaque, and no name', async t => {
    t.match(opaque, /^O\.[\w-]+$/)
    t.notMatch(opaque, /adele/i)
  })

  t.test('consent that is asked for again lists all that is asked for', async t => {
    const page = await ask(browser, { prompt: 'consent', scope: 'openid email User.Read' })
    t.match(wordsOf(page), / Web app would like to: .* openid .* email .* User\.Read /)
    const answer = answerOf(await browser.submit(page, { consent: 'Accept' }))
    t.type(answer.id_token, 'string')
  })
})

t.test('with two people signed in', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = await browserOf(understudy, { user: 'adele' }, { user: 'alex' })

  t.test('a silent request is told that there are several', async t => {
    const page = await ask(browser, { prompt: 'none' })
    t.same(errorOf(page), ['interaction_required', 'AADSTS16000'])
    t.match(
      answerOf(page).error_description,
      'AADSTS16000: Either multiple user identities are available for the current request or selected account is not supported for the scenario. Trace ID: ',
    )
  })

  t.test('a silent request that says whom it means gets that one', async t => {
    for (const name of ['adele', 'alex'])
      t.equal(personIn(await ask(browser, { prompt: 'none', login_hint: upn(name) })), name)
    const { session_state: sid = '' } = answerOf(await ask(browser, { login_hint: upn('adele') }))
    t.equal(personIn(await ask(browser, { prompt: 'none', sid })), 'adele')
  })

  t.test('a person is asked which, the one that was used last coming first', async t => {
    const visited = await browserOf(understudy, { user: 'adele' }, { user: 'alex' })
    const first = async () => Object.entries(notesOf(await ask(visited))).slice(0, 3)
    t.same(await first(), [
      [upn('alex'), ['Signed in']],
      [upn('adele'), ['Signed in']],
      [upn('admin'), []],
    ])
    await ask(visited, { login_hint: upn('adele') })
    t.same((await first())[0], [upn('adele'), ['Signed in']])
  })
})

t.test('prompt=login', async t => {
  t.test('has the person sign in anew: an older authentication will not do', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele' })
    const claims = '{"id_token":{"auth_time":null}}'
    const before = claimsOf(answerOf(await ask(browser, { claims })).id_token)
    clock.advance(60)
    const silent = claimsOf(answerOf(await ask(browser, { claims, prompt: 'none' })).id_token)
    t.equal(silent.auth_time, before.auth_time)
    const page = await ask(browser, { claims, prompt: 'login' })
    const after = claimsOf(answerOf(await passPages(browser, page)).id_token)
    t.equal(Number(after.auth_time), Number(before.auth_time) + 60)
  })

  t.test('is over once the person has signed in', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { code } = await signIn(understudy, device, { parameters: { prompt: 'login' } })
    t.type(code, 'string')
  })
})
