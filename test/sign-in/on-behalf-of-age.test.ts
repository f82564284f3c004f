// On-behalf-of: what is exchanged for a token is as old as the sign-in behind that token, however fresh the token is.
import t from 'tap'
import { askToken, CAPABLE, device, OWN_API, refresh, tokensOf, web } from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  changeSettings,
  OBO_GRANT,
  quickTokens,
  refusal,
} from '../support/sign-in-flow.ts'
import { adminToken, revoke } from '../support/under-way.ts'

t.test('on-behalf-of', async t => {
  t.test(
    'does not outlive a revocation by a token that was issued while it was on its way',
    async t => {
      const { understudy, clock } = await automaticUnderstudy(t)
      await changeSettings(understudy, { revocation: { delaySeconds: { token: 10 } } })
      const { refresh_token: refreshToken = '' } = await quickTokens(understudy, device)
      clock.advance(60)
      await revoke(understudy, await adminToken(understudy))
      clock.advance(5)
      const scope = `${OWN_API}/access_as_user`
      const { access_token: assertion } = tokensOf(
        await refresh(understudy, device, refreshToken, { scope, claims: CAPABLE }),
      )
      const exchange = () =>
        askToken(understudy, web, {
          grant_type: OBO_GRANT,
          requested_token_use: 'on_behalf_of',
          scope: 'User.Read offline_access',
          assertion,
        })
      t.equal((await exchange()).status, 200, 'as long as the revocation is on its way')
      clock.advance(10)
      t.equal(refusal(await exchange()), '400 invalid_grant 50173', 'and not from then on')
    },
  )
})
