// signIn.token.issue with grant_type=authorization_code: who may redeem a code, and how they show that it is theirs.
import t from 'tap'
import { device, redeemCode, refusalOf, spa, tokensOf, verifier, web } from '../support/sign-in.ts'
import { withCode } from './with-code.ts'

t.test('who may redeem a code', async t => {
  t.test('is the client it was issued to, who still can after another has tried', async t => {
    const { understudy, code, redeem } = await withCode(t)
    const by = await redeemCode(understudy, device, code, { redirect_uri: web.redirectUri })
    t.same(refusalOf(by), [400, 'invalid_grant', 70000])
    tokensOf(await redeem())
  })

  t.test('names the redirect URI that it was sent to', async t => {
    const { redeem } = await withCode(t, spa)
    for (const uri of [
      'http://localhost:3000/',
      'http://localhost:3000/redirect',
      'http://LOCALHOST:3000',
    ])
      t.equal(refusalOf(await redeem({ redirect_uri: uri }))[2], 500112)
    t.same(refusalOf(await redeem({ redirect_uri: undefined })), [400, 'invalid_request', 900144])
    tokensOf(await redeem())
  })

  t.test('knows the verifier of its challenge, by S256', async t => {
    const { redeem } = await withCode(t, spa)
    for (const wrong of [undefined, '', 'short', `${verifier}x`, verifier.replace('d', 'e')])
      t.same(
        refusalOf(await redeem({ code_verifier: wrong })),
        [400, 'invalid_grant', 501481],
        `${wrong}`,
      )
    tokensOf(await redeem({ code_verifier: verifier }))
  })

  t.test('knows the verifier of its challenge, by plain, which is the default', async t => {
    for (const method of ['plain', undefined]) {
      const { redeem } = await withCode(t, web, {
        code_challenge: verifier,
        code_challenge_method: method,
      })
      t.same(refusalOf(await redeem()), [400, 'invalid_grant', 501481])
      tokensOf(await redeem({ code_verifier: verifier }))
    }
  })

  t.test('has no verifier where there was no challenge', async t => {
    const { redeem } = await withCode(t, web)
    t.same(refusalOf(await redeem({ code_verifier: verifier })), [400, 'invalid_grant', 501481])
    tokensOf(await redeem())
  })

  t.test('is a page, when the client is a single-page app', async t => {
    const { redeem } = await withCode(t, { ...spa, headers: {} })
    const fields = { code_verifier: verifier }
    t.same(refusalOf(await redeem(fields)), [400, 'invalid_request', 9002327])
    tokensOf(await redeem(fields, { headers: { origin: 'http://localhost:3000' } }))
  })

  t.test('is no page, when the client is none', async t => {
    for (const client of [web, device]) {
      const { redeem } = await withCode(t, client)
      const reply = await redeem({}, { headers: { origin: 'http://localhost:3000' } })
      t.same(refusalOf(reply), [400, 'invalid_request', 9002326])
      t.match(
        Object(reply.json).error_description,
        "Request origin: 'http://localhost:3000'. Trace",
      )
      tokensOf(await redeem())
    }
  })
})
