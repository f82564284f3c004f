// Mixed-up parties of a code: the wrong verifier, the wrong kind of client, the wrong tenant, the wrong address.
import t from 'tap'
import { DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { Browser, errorOf } from '../support/form-browser.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  askToken,
  authorizeUrl,
  challenge,
  device,
  redeemCode,
  refresh,
  spa,
  verifier,
  web,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  quickCode,
  quickRedeem,
  quickTokens,
  refusal,
} from '../support/sign-in-flow.ts'
import { alpha, beta, twinTenants } from '../support/sign-in-tenants.ts'

const s256 = { code_challenge: challenge, code_challenge_method: 'S256' }
const plain = { code_challenge: verifier, code_challenge_method: 'plain' }
const plainByDefault = { code_challenge: verifier }
const otherVerifier = `${verifier.slice(0, -1)}X`

t.test('A code with a challenge', async t => {
  const rows = [
    ['without a verifier', s256, undefined],
    ['with an empty verifier', s256, ''],
    ['with another verifier', s256, otherVerifier],
    ['with the challenge itself as verifier', s256, challenge],
    ['with a verifier in another case', s256, verifier.toUpperCase()],
    ['with a verifier that has more to it', s256, `${verifier}A`],
    ['with a verifier that is too short', s256, verifier.slice(0, 42)],
    ['with a blank around the verifier', s256, ` ${verifier} `],
    ['plain, without a verifier', plain, undefined],
    ['plain, with another verifier', plain, otherVerifier],
    ['plain, with what would answer S256', { ...plain, code_challenge: challenge }, verifier],
    ['plain by default, with what would answer S256', { code_challenge: challenge }, verifier],
  ] as const
  for (const [title, asked, proof] of rows) {
    for (const client of [device, web]) {
      t.test(`is refused ${title}, and waits for the right one: ${client.appId}`, async t => {
        const { understudy } = await automaticUnderstudy(t)
        const code = await quickCode(understudy, client, asked)
        const reply = await redeemCode(understudy, client, code, { code_verifier: proof })
        t.equal(refusal(reply), '400 invalid_grant 501481')
        const right = asked === s256 ? verifier : asked.code_challenge
        const fields = { code_verifier: right }
        t.equal((await redeemCode(understudy, client, code, fields)).status, 200)
      })
    }
  }

  t.test('is redeemed with the verifier that was promised, plain or not', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const asked of [s256, plain, plainByDefault]) {
      const code = await quickCode(understudy, device, asked)
      const reply = await redeemCode(understudy, device, code, { code_verifier: verifier })
      t.equal(reply.status, 200)
    }
  })
})

t.test('A code without a challenge', async t => {
  t.test('is refused with a verifier: somebody took the challenge away', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const code = await quickCode(understudy, device)
    for (const code_verifier of [verifier, '']) {
      const reply = await redeemCode(understudy, device, code, { code_verifier })
      t.equal(refusal(reply), '400 invalid_grant 501481')
    }
    t.equal((await redeemCode(understudy, device, code)).status, 200)
  })

  t.test('is not given to a single-page app, nor one with a challenge that is none', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const none = { code_challenge: undefined, code_challenge_method: undefined }
    const errorFor = async (client: TestClient, asked: Record<string, string | undefined>) =>
      errorOf(await new Browser(understudy).open(authorizeUrl(client, asked)))[1]
    t.equal(await errorFor(spa, none), 'AADSTS9002325')
    for (const client of [spa, web, device]) {
      for (const [asked, error] of [
        [{ ...s256, code_challenge: '' }, 'AADSTS501491'],
        [{ ...s256, code_challenge: verifier.slice(1) }, 'AADSTS501491'],
        [{ ...s256, code_challenge: `${challenge}=` }, 'AADSTS501491'],
        [{ ...none, code_challenge_method: 'S256' }, 'AADSTS501491'],
        [{ ...s256, code_challenge_method: 's256' }, 'AADSTS50149'],
        [{ ...s256, code_challenge_method: 'none' }, 'AADSTS50149'],
        [{ ...s256, code_challenge_method: '' }, 'AADSTS50149'],
      ] as const)
        t.equal(await errorFor(client, asked), error, JSON.stringify(asked))
    }
  })
})

t.test('A token request', async t => {
  t.test('of a single-page app is refused when it is from no page', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const noPage: TestClient = { ...spa, headers: {} }
    const code = await quickCode(understudy, spa)
    const proof = { code_verifier: verifier }
    const wanted = '400 invalid_request 9002327'
    t.equal(refusal(await redeemCode(understudy, noPage, code, proof)), wanted)
    const { refresh_token: token } = await quickTokens(understudy, spa)
    t.equal(refusal(await refresh(understudy, noPage, token)), wanted)
    t.equal((await quickRedeem(understudy, spa, code)).status, 200)
    t.equal((await refresh(understudy, spa, token)).status, 200)
  })

  t.test('of any other client is refused when it is from a page', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const client of [web, device]) {
      const code = await quickCode(understudy, client)
      const { refresh_token: token } = await quickTokens(understudy, client)
      for (const origin of ['http://localhost:3000', 'https://evil.example', 'null', '']) {
        const fromPage = { headers: { origin } }
        const wanted = '400 invalid_request 9002326'
        t.equal(refusal(await redeemCode(understudy, client, code, {}, fromPage)), wanted)
        t.equal(refusal(await refresh(understudy, client, token, {}, fromPage)), wanted)
        const own = {
          grant_type: 'client_credentials',
          scope: 'https://graph.microsoft.com/.default',
        }
        t.equal(refusal(await askToken(understudy, client, own, fromPage)), wanted)
      }
      t.equal((await redeemCode(understudy, client, code)).status, 200)
    }
  })

  t.test('is read by pages of single-page apps only', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const allowed = async (origin: string) => {
      const reply = await refresh(understudy, spa, 'x', {}, { headers: { origin } })
      return reply.headers.get('access-control-allow-origin')
    }
    for (const origin of ['http://localhost:3000', 'http://localhost:5173', 'http://localhost'])
      t.equal(await allowed(origin), origin)
    const others = [
      'null',
      '',
      'https://localhost:3000',
      'http://localhost.evil.example',
      'http://localhost:3000.evil.example',
      'http://evil.localhost:3000',
      'http://127.0.0.1:3000',
      'https://login.microsoftonline.com',
      'https://evil.example',
    ]
    for (const origin of others) t.equal(await allowed(origin), null, origin)
  })

  t.test('is read by an app with a scheme of its own, and not by every sandboxed page', async t => {
    const client = { ...spa, redirectUri: 'capacitor://localhost' }
    const fixtures = fixtureFolder(t, {
      tenant: { id: '4c0de500-0000-4000-8000-000000000000', domains: [DOMAIN] },
      applications: [
        {
          appId: client.appId,
          displayName: 'App',
          type: 'spa',
          redirectUris: [client.redirectUri],
        },
      ],
    })
    const { understudy } = await automaticUnderstudy(t, { fixtures })
    for (const [origin, wanted] of [
      ['capacitor://localhost', 'capacitor://localhost'],
      ['null', null],
    ] as const) {
      const { headers } = await refresh(understudy, client, 'x', {}, { headers: { origin } })
      t.equal(headers.get('access-control-allow-origin'), wanted)
      t.notOk(headers.has('access-control-allow-credentials'))
    }
  })

  t.test('has the address to which the code was sent, to the letter', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const sentTo = 'http://localhost:8400'
    const code = await quickCode(understudy, device, { redirect_uri: sentTo })
    for (const uri of ['http://localhost', `${sentTo}/`, 'HTTP://localhost:8400', 'http://evil']) {
      const reply = await redeemCode(understudy, device, code, { redirect_uri: uri })
      t.match(refusal(reply), / 500112$/, uri)
    }
    const missing = await redeemCode(understudy, device, code, { redirect_uri: undefined })
    t.equal(refusal(missing), '400 invalid_request 900144')
    const reply = await redeemCode(understudy, device, code, { redirect_uri: sentTo })
    t.equal(reply.status, 200)
  })
})

t.test("One tenant's credential", async t => {
  const understudy = await twinTenants(t)
  const ada = { login_hint: 'ada' }
  const at = (tenant: typeof alpha) => ({ authority: tenant.domain })

  t.test('is refused at another: a code', async t => {
    for (const [kind, wanted] of [
      ['kiosk', '400 invalid_grant 700005'],
      ['shop', '400 invalid_grant 700005'],
      ['page', '400 invalid_grant 700005'],
    ] as const) {
      const code = await quickCode(understudy, alpha[kind], ada, at(alpha))
      const fields = { redirect_uri: alpha[kind].redirectUri }
      const there = await quickRedeem(understudy, beta[kind], code, fields, at(beta))
      t.equal(refusal(there), wanted, kind)
      const nowhere = await quickRedeem(understudy, alpha[kind], code, fields, at(beta))
      t.equal(refusal(nowhere), '400 unauthorized_client 700016', kind)
      for (const authority of ['common', 'organizations']) {
        const elsewhere = await quickRedeem(understudy, beta[kind], code, fields, { authority })
        t.equal(refusal(elsewhere), wanted, `${kind} ${authority}`)
      }
      t.equal((await quickRedeem(understudy, alpha[kind], code, {}, at(alpha))).status, 200)
    }
  })

  t.test('is refused at another: a refresh token', async t => {
    const { refresh_token: token } = await quickTokens(understudy, alpha.shop, ada, at(alpha))
    for (const authority of [beta.domain, 'common', 'organizations']) {
      const there = await refresh(understudy, beta.shop, token, {}, { authority })
      t.equal(refusal(there), '400 invalid_grant 70000', authority)
    }
    t.equal((await refresh(understudy, alpha.shop, token, {}, at(alpha))).status, 200)
  })

  t.test('is no session at another: a cookie', async t => {
    const browser = new Browser(understudy)
    await quickCode(understudy, alpha.shop, ada, { ...at(alpha), browser })
    const silent = authorizeUrl(beta.shop, { prompt: 'none', ...ada }, beta.domain)
    t.same(errorOf(await browser.open(silent)), ['login_required', 'AADSTS50058'])
  })
})
