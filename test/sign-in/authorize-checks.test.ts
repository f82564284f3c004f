// signIn.authorize.*: what is wrong with a request, in the order in which it is found, and who is told: the client, or nobody but the person.
import t from 'tap'
import { clients, ids } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, numberOn, titleOf } from '../support/form-browser.ts'
import { authorizeUrl, challenge, spa, web } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

type Parameters = Readonly<Record<string, string | undefined>>

/** Every mistake there is room for, each put right in its turn: what is changed, then what is still found. */
const pageSteps: readonly (readonly [Parameters, string])[] = [
  [{ client_id: undefined }, 'AADSTS900144'],
  [{ client_id: '00000000-0000-0000-0000-000000000000' }, 'AADSTS700038'],
  [{ client_id: ids.adele }, 'AADSTS700016'],
  [{ client_id: clients.spa, redirect_uri: 'http://localhost/elsewhere' }, 'AADSTS50011'],
  [{ redirect_uri: undefined }, 'AADSTS900971'],
]
const redirectSteps: readonly (readonly [Parameters, string, string])[] = [
  [{ redirect_uri: spa.redirectUri }, 'invalid_request', 'AADSTS900144'],
  [{ response_type: 'cod' }, 'unsupported_response_type', 'AADSTS70005'],
  [{ response_type: 'id_token token' }, 'unsupported_response_type', 'AADSTS700051'],
  [{ response_type: 'id_token' }, 'unsupported_response_type', 'AADSTS700054'],
  [{ response_type: 'code' }, 'invalid_request', 'AADSTS70007'],
  [{ response_mode: 'query' }, 'invalid_request', 'AADSTS900144'],
  [{ scope: 'openid User/Read' }, 'invalid_scope', 'AADSTS70011'],
  [{ scope: 'User.Read api://x/read' }, 'invalid_request', 'AADSTS28000'],
  [{ scope: 'api://x/read' }, 'invalid_resource', 'AADSTS500011'],
  [{ scope: `api://${clients.web}/read` }, 'invalid_client', 'AADSTS650053'],
  [{ scope: 'User.Read' }, 'invalid_request', 'AADSTS50149'],
  [{ code_challenge_method: 'S256' }, 'invalid_request', 'AADSTS501491'],
  [
    { code_challenge: undefined, code_challenge_method: undefined },
    'invalid_request',
    'AADSTS9002325',
  ],
  [{ code_challenge: challenge }, 'invalid_request', 'AADSTS9002313'],
  [{ claims: '{}' }, 'invalid_request', 'AADSTS90023'],
  [{ prompt: 'none' }, 'login_required', 'AADSTS50058'],
]

const everyMistake: Parameters = {
  client_id: undefined,
  response_type: undefined,
  redirect_uri: 'http://elsewhere.example',
  response_mode: 'mail',
  scope: undefined,
  code_challenge: 'short',
  code_challenge_method: 'S512',
  claims: '[',
  prompt: 'now',
  state: 'st',
}

t.test('a request with many mistakes', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  let parameters = everyMistake
  const ask = (authority?: string) => browser.open(authorizeUrl(web, parameters, authority))

  t.test('is told about its tenant first of all', async t => {
    t.equal(numberOn(await ask('fabrikam.com')), 'AADSTS90002')
  })

  for (const [change, number] of pageSteps) {
    t.test(`sends nobody anywhere before it is known where to: ${number}`, async t => {
      parameters = { ...parameters, ...change }
      const page = await ask()
      t.equal(page.status, 400)
      t.equal(page.location, undefined)
      t.equal(titleOf(page), 'Sorry, but we’re having trouble signing you in.')
      t.equal(numberOn(page), number)
    })
  }

  for (const [change, error, number] of redirectSteps) {
    t.test(`is told at its redirect URI, with its state, then: ${number}`, async t => {
      parameters = { ...parameters, ...change }
      const page = await ask()
      t.equal(page.status, 302)
      t.equal(page.location?.split(/[?#]/, 1)[0], spa.redirectUri)
      t.same(errorOf(page), [error, number])
      t.equal(answerOf(page).state, 'st')
    })
  }
})

t.test('a mistake', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)

  t.test('of the nonce is told when an id token is wanted', async t => {
    for (const type of ['id_token', 'code id_token'])
      for (const nonce of [undefined, '']) {
        const page = await browser.open(authorizeUrl(web, { response_type: type, nonce }))
        t.same(errorOf(page), ['invalid_request', 'AADSTS90014'])
        t.match(page.location, `${web.redirectUri}#error=`)
      }
  })

  t.test('of the response mode is told by the one that is usual for the type', async t => {
    for (const [parameters, separator] of [
      [{ response_type: 'code', response_mode: 'mail' }, '?'],
      [{ response_type: 'id_token', response_mode: 'mail' }, '#'],
      [{ response_type: 'code id_token', response_mode: 'query' }, '#'],
      [{ response_type: 'id_token', response_mode: 'query' }, '#'],
    ] as const) {
      const page = await browser.open(authorizeUrl(web, { nonce: 'n', ...parameters }))
      t.same(errorOf(page), ['invalid_request', 'AADSTS70007'])
      t.equal(page.location?.[web.redirectUri.length], separator)
      t.match(
        answerOf(page).error_description,
        `AADSTS70007: '${parameters.response_mode}' is not a supported value of 'response_mode' when requesting a token. Trace`,
      )
    }
  })

  t.test('is told by the mode that was asked for', async t => {
    for (const mode of ['query', 'fragment', 'form_post']) {
      const url = authorizeUrl(web, { response_mode: mode, prompt: 'none' })
      const page = await browser.open(url)
      t.same(errorOf(page), ['login_required', 'AADSTS50058'])
      t.equal(page.status, mode === 'form_post' ? 200 : 302)
    }
  })

  t.test('of a challenge is told whatever the client is', async t => {
    for (const [parameters, number] of [
      [{ code_challenge: challenge.slice(1), code_challenge_method: 'S256' }, 'AADSTS501491'],
      [{ code_challenge: `${challenge}=`, code_challenge_method: 'S256' }, 'AADSTS501491'],
      [{ code_challenge: `${challenge}A`, code_challenge_method: 'S256' }, 'AADSTS501491'],
      [{ code_challenge: 'a'.repeat(42) }, 'AADSTS501491'],
      [{ code_challenge: 'a'.repeat(129), code_challenge_method: 'plain' }, 'AADSTS501491'],
      [{ code_challenge_method: 'S256' }, 'AADSTS501491'],
      [{ code_challenge: challenge, code_challenge_method: 's256' }, 'AADSTS50149'],
    ] as const) {
      const page = await browser.open(authorizeUrl(web, parameters))
      t.same(errorOf(page), ['invalid_request', number], JSON.stringify(parameters))
    }
  })

  t.test('is none in a plain challenge of any size there may be', async t => {
    for (const size of [43, 44, 128]) {
      const page = await browser.open(authorizeUrl(web, { code_challenge: 'a'.repeat(size) }))
      t.equal(page.status, 200, `${size}`)
    }
  })

  t.test('of the prompt is a word it does not know, or more than one', async t => {
    for (const prompt of ['None', 'login consent', 'login none', 'create'])
      t.same(errorOf(await browser.open(authorizeUrl(web, { prompt }))), [
        'invalid_request',
        'AADSTS90023',
      ])
  })
})
