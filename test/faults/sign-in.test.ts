// Planned failures of the sign-in surface: their shapes, and whom they strike.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, DOMAIN, upn } from '../support/contoso.ts'
import type { FaultPlan } from '../support/faults.ts'
import { planFault } from '../support/faults.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  daemon,
  device,
  obtainTokens,
  redeemCode,
  refresh,
  refusalOf,
  signIn,
  spa,
} from '../support/sign-in.ts'
import { understudyFor } from '../support/understudy.ts'

const TOKEN = 'signIn.token.issue'
const ownScope = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }

const askForDaemon = (understudy: Understudy, authority = DOMAIN) =>
  askToken(understudy, daemon, ownScope, { authority })

t.test('a failure that was planned for the token endpoint', async t => {
  const shapes = [
    [400, 'invalid_request', undefined, 'Bad Request'],
    [401, 'invalid_client', undefined, 'Unauthorized'],
    [403, 'access_denied', undefined, 'Forbidden'],
    [429, 'temporarily_unavailable', 90033, 'A transient error has occurred. Please try again.'],
    [500, 'server_error', 90041, 'A transient error has occurred. Please try again.'],
    [503, 'temporarily_unavailable', 90033, 'A transient error has occurred. Please try again.'],
    [504, 'temporarily_unavailable', 90033, 'A transient error has occurred. Please try again.'],
    [599, 'server_error', 90041, 'A transient error has occurred. Please try again.'],
  ] as const
  for (const [status, error, number, sentence] of shapes) {
    t.test(`is an OAuth error with status ${status}`, async t => {
      const understudy = await understudyFor(t)
      await planFault(understudy, { operationId: TOKEN, status, retryAfterSeconds: 3 })
      const reply = await askForDaemon(understudy)
      t.same(refusalOf(reply), [status, error, number])
      const { error_description: description, ...others } = Object(reply.json)
      const begin = number === undefined ? sentence : `AADSTS${number}: ${sentence}`
      t.ok(description.startsWith(`${begin} Trace ID: ${others.trace_id} `), description)
      t.equal(reply.headers.get('retry-after'), '3')
      t.equal(reply.headers.get('x-ms-clitelem'), `1,${number ?? 0},0,,`)
    })
  }

  const given: readonly (readonly [FaultPlan, readonly unknown[], RegExp])[] = [
    [
      { status: 400, code: 'invalid_grant' },
      [400, 'invalid_grant', undefined],
      /^Bad Request Trace ID/,
    ],
    [
      { status: 400, code: 'AADSTS50076' },
      [400, 'invalid_request', 50076],
      /^AADSTS50076: Bad Request Trace/,
    ],
    [
      { status: 400, code: 'interaction_required', message: 'AADSTS50076: Use your telephone.' },
      [400, 'interaction_required', 50076],
      /^AADSTS50076: Use your telephone\. Trace ID/,
    ],
    [
      { status: 503, message: 'Not now.' },
      [503, 'temporarily_unavailable', undefined],
      /^Not now\. Trace ID/,
    ],
  ]
  for (const [plan, refusal, description] of given) {
    t.test(`has what the plan gives it: ${JSON.stringify(plan)}`, async t => {
      const understudy = await understudyFor(t)
      await planFault(understudy, plan)
      const reply = await askForDaemon(understudy)
      t.same(refusalOf(reply), refusal)
      t.match(reply.json, { error_description: description })
    })
  }

  t.test('can be read by the pages that may read its answers', async t => {
    const understudy = await understudyFor(t)
    const { refresh_token: token } = await obtainTokens(understudy, spa)
    await planFault(understudy, { operationId: TOKEN, status: 503 })
    const { headers, status } = await refresh(understudy, spa, token)
    t.equal(status, 503)
    t.equal(headers.get('access-control-allow-origin'), 'http://localhost:3000')
  })

  t.test('leaves the code and the refresh token as they were', async t => {
    const understudy = await understudyFor(t)
    const { code } = await signIn(understudy, device)
    await planFault(understudy, { operationId: TOKEN, status: 503, times: 2 })
    t.equal((await redeemCode(understudy, device, code)).status, 503)
    t.equal((await redeemCode(understudy, device, code)).status, 503)
    t.equal((await redeemCode(understudy, device, code)).status, 200)
  })

  t.test('has the code redeemed where only the answer is cut', async t => {
    const understudy = await understudyFor(t)
    const { code } = await signIn(understudy, device)
    await planFault(understudy, { operationId: TOKEN, connection: 'truncate', times: 1 })
    await t.rejects(redeemCode(understudy, device, code), { message: 'terminated' })
    t.same(refusalOf(await redeemCode(understudy, device, code)).slice(0, 3), [
      400,
      'invalid_grant',
      54005,
    ])
  })
})

t.test('a failure that was planned for a page', async t => {
  t.test('is an error page of its status', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, {
      operationId: 'signIn.authorize.get',
      status: 503,
      retryAfterSeconds: 5,
    })
    const page = await new Browser(understudy).open(authorizeUrl(device))
    t.equal(page.status, 503)
    t.match(page.html, /AADSTS90033/)
    t.equal(page.headers.get('retry-after'), '5')
    t.match(page.headers.get('content-type'), 'text/html')
  })

  t.test('strikes whoever is on the way through the pages', async t => {
    const understudy = await understudyFor(t)
    const browser = new Browser(understudy)
    const page = await browser.open(authorizeUrl(device))
    await planFault(understudy, { user: 'adele', client: clients.device, status: 503 })
    t.equal((await browser.submit(page, { login: upn('alex') })).status, 200)
    t.equal((await browser.submit(page, { login: upn('adele') })).status, 503)
  })
})

t.test('discovery', async t => {
  t.test('fails as planned', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { operationId: 'signIn.discovery.getConfiguration', status: 503 })
    const url = `${LOGIN}/${DOMAIN}/v2.0/.well-known/openid-configuration`
    const { status, headers } = await understudy.fetch(url)
    t.equal(status, 503)
    t.equal(headers.get('access-control-allow-origin'), '*')
  })
})
