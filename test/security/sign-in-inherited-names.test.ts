// Names that every object answers to, sent to the sign-in surface: they are names like any other.
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { answerOf, Browser, LOGIN, titleOf } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  claimsOf,
  device,
  passPages,
  postForm,
  refresh,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { automaticUnderstudy, quickTokens, refusal } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** Names that every object answers to. */
const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
]
t.test('A name that every object has', async t => {
  t.test('is no claim of an id token, asked for at first or at last', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const usual = Object.keys(claimsOf((await quickTokens(understudy, device)).id_token))
    const requestOf = (name: string) => `{"id_token":{"${name}":{"essential":true}}}`
    for (const name of INHERITED) {
      const claims = requestOf(name)
      const first = await quickTokens(understudy, device, { claims })
      const renewed = tokensOf(await refresh(understudy, device, first.refresh_token, { claims }))
      const hybrid = { response_type: 'id_token', nonce: 'n', claims, login_hint: 'adele' }
      const { id_token: front } = answerOf(
        await new Browser(understudy).open(authorizeUrl(web, { ...hybrid, prompt: 'login' })),
      )
      for (const token of [first.id_token, renewed.id_token]) {
        const claims = claimsOf(token)
        t.same(Object.keys(claims), usual, name)
      }
      t.ok(front && front.length < 2000, name)
      t.notMatch(JSON.stringify(claimsOf(front)), /secret|Passw0rd/)
    }
  })

  t.test('is a scope like any other that nobody has heard of', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const name of INHERITED) {
      const browser = new Browser(understudy)
      const asked = authorizeUrl(device, { scope: `${name} User.Read` })
      const consent = await passPages(browser, await browser.open(asked))
      t.equal(titleOf(consent), 'Permissions requested', name)
      t.match(consent.html, name)
      t.ok(answerOf(await browser.submit(consent, { consent: 'Accept' })).code)
    }
  })

  t.test('is nothing that any other parameter knows', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const name of INHERITED) {
      const grant = await askToken(understudy, device, { grant_type: name })
      t.equal(refusal(grant), '400 unsupported_grant_type 70003', name)
      for (const parameter of ['client_id', 'prompt', 'response_mode', 'response_type', 'claims']) {
        const page = await new Browser(understudy).open(authorizeUrl(web, { [parameter]: name }))
        t.ok(page.status < 500 && !page.location?.includes('code='), `${parameter} ${name}`)
      }
      const named = { grant_type: 'password', username: name, password: name, scope: 'openid' }
      t.equal(refusal(await askToken(understudy, device, named)), '400 invalid_grant 50034', name)
      const nowhere = await understudy.fetch(
        `${LOGIN}/${name}/v2.0/.well-known/openid-configuration`,
      )
      t.equal(nowhere.status, 400)
      const login = `${LOGIN}/${DOMAIN}/oauth2/v2.0/login`
      t.equal((await postForm(understudy, login, { [name]: 'x', ctx: name })).status, 400)
    }
    t.equal(Reflect.get({}, 'ctx'), undefined)
  })
})
