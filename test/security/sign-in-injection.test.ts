// Every parameter of a request that a browser makes, as markup and as header lines: it stays a value.

import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { hasSoundHeaders, hostile, isHtml, isUnmoved, MARK } from '../support/hostile.ts'
import { parseMarkup } from '../support/markup.ts'
import { authorizeFields, authorizeUrl, device, web } from '../support/sign-in.ts'
import { automaticUnderstudy } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const PARAMETERS = [
  'client_id',
  'response_type',
  'redirect_uri',
  'scope',
  'response_mode',
  'state',
  'nonce',
  'prompt',
  'login_hint',
  'domain_hint',
  'sid',
  'code_challenge',
  'code_challenge_method',
  'claims',
  'client_info',
  'client-request-id',
  'unknown',
]

/** That hostile values are answered as a tame one is. */
async function keepsValues(
  t: Test,
  name: string,
  ask: (value: string) => Promise<Page>,
  numRuns: number,
): Promise<void> {
  const toTame = name.startsWith('scope ') ? tameScopes : () => MARK
  await fc.assert(
    fc.asyncProperty(hostile, async value => isUnmoved(await ask(value), await ask(toTame(value)))),
    { numRuns },
  )
  t.pass(name)
}

/** As many of them: the page that asks for consent has a line for each. */
function tameScopes(value: string): string {
  const scopes = new Set(value.split(' ').filter(scope => scope !== ''))
  return [...scopes].map((_, index) => `${MARK}${index}`).join(' ')
}

t.test('A parameter of an authorization request', async t => {
  for (const signIn of ['automatic', 'page']) {
    t.test(`stays a value, in the answer to the client and on a page: ${signIn}`, async t => {
      const { understudy } =
        signIn === 'page' ? await understudyAtNoon(t) : await automaticUnderstudy(t)
      for (const [index, name] of PARAMETERS.entries()) {
        const mode = ['query', 'fragment', 'form_post'][index % 3]
        const get = (value: string) => {
          const parameters = { response_mode: mode, [name]: value }
          return new Browser(understudy).open(authorizeUrl(web, parameters))
        }
        const post = (value: string) => {
          const fields = authorizeFields(web, { response_mode: 'form_post', [name]: value })
          const given = Object.entries(fields).map(([key, text]) => [key, text ?? ''])
          const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`
          return new Browser(understudy).post(url, Object.fromEntries(given))
        }
        await keepsValues(t, `${name} ${mode} GET`, get, 15)
        await keepsValues(t, `${name} POST`, post, 10)
      }
    })
  }

  t.test('stays a value in every way of answering', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const mode of ['query', 'fragment', 'form_post']) {
      for (const wrong of [{}, { prompt: 'none' }, { scope: '<i>' }, { response_type: 'token' }]) {
        const ask = (state: string) => {
          const parameters = { response_mode: mode, state, ...wrong }
          return new Browser(understudy).open(authorizeUrl(web, parameters))
        }
        await keepsValues(t, `${mode} ${JSON.stringify(wrong)}`, ask, 10)
      }
    }
  })

  t.test('stays a value beside others that are hostile', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const values = fc.dictionary(fc.constantFrom(...PARAMETERS), hostile, { minKeys: 2 })
    await fc.assert(
      fc.asyncProperty(values, async parameters => {
        const page = await new Browser(understudy).open(authorizeUrl(device, parameters))
        if (isHtml(page)) parseMarkup(page.html)
        return page.status < 500 && hasSoundHeaders(page)
      }),
      { numRuns: 100 },
    )
  })
})

t.test('A parameter of the sign-out', async t => {
  t.test('stays a value', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`
    const base = { post_logout_redirect_uri: web.redirectUri, state: MARK }
    const signedIn = async () => {
      const browser = new Browser(understudy)
      await browser.open(authorizeUrl(web, { login_hint: 'adele' }))
      return browser
    }
    for (const name of [...Object.keys(base), 'logout_hint', 'id_token_hint', 'unknown']) {
      const fields = (value: string) => ({ ...base, [name]: value })
      const get = async (value: string) =>
        (await signedIn()).open(`${url}?${new URLSearchParams(fields(value))}`)
      const post = async (value: string) => (await signedIn()).post(url, fields(value))
      await keepsValues(t, `${name} GET`, get, 15)
      await keepsValues(t, `${name} POST`, post, 10)
    }
  })
})

t.test('A path', async t => {
  t.test('stays a value, as a tenant and as a user', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const paths: readonly ((name: string) => string)[] = [
      name => `/${name}/oauth2/v2.0/authorize?client_id=x`,
      name => `/${name}/oauth2/v2.0/logout`,
      name => `/${name}/v2.0/.well-known/openid-configuration`,
      name => `/common/userrealm/${name}`,
    ]
    for (const path of paths) {
      await fc.assert(
        fc.asyncProperty(hostile, async name => {
          const page = await new Browser(understudy).open(LOGIN + path(encodeURIComponent(name)))
          if (isHtml(page)) parseMarkup(page.html)
          return page.status < 500 && hasSoundHeaders(page)
        }),
        { numRuns: 40 },
      )
    }
  })
})

t.test('A header', async t => {
  t.test('is repeated nowhere, unless it is an id or the origin of a client', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const printable = hostile.map(text => text.replace(/[^\x20-\x7e]/g, ''))
    const names = ['client-request-id', 'cookie', 'origin', 'referer', 'user-agent'] as const
    const targets = [
      authorizeUrl(web, { prompt: 'nothing' }),
      `${LOGIN}/nobody/oauth2/v2.0/authorize`,
      `${LOGIN}/${DOMAIN}/oauth2/v2.0/token`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), printable, async (name, value) => {
        for (const target of targets) {
          const reply = await understudy.fetch(target, { headers: { [name]: value } })
          const text = (await reply.text()) + [...reply.headers.values()].join('\n')
          if (reply.status >= 500 || text.includes(MARK)) return false
        }
        return true
      }),
      { numRuns: 60 },
    )
  })
})
