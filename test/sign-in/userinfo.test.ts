// graph.oidc.getUserInfo: where discovery sends clients for the claims of the person who signed in.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { upn } from '../support/contoso.ts'
import { claimsOf, obtainTokens, spa } from '../support/sign-in.ts'
import { tokenFor, understudyAtNoon } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const GRAPH = 'https://graph.microsoft.com'

async function userInfoOf(understudy: Understudy, token: string | undefined, origin = GRAPH) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return readReply(await understudy.fetch(`${origin}/oidc/userinfo`, { headers }))
}

t.test('graph.oidc.getUserInfo', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('names the user as the id token does, at the address of the document', async t => {
    const { access_token: token, id_token: idToken } = await obtainTokens(understudy, spa)
    const { status, json } = await userInfoOf(understudy, token)
    t.equal(status, 200)
    t.strictSame(json, {
      sub: claimsOf(idToken).sub,
      name: 'Adele Vance',
      family_name: 'Vance',
      given_name: 'Adele',
      picture: 'https://graph.microsoft.com/v1.0/me/photo/$value',
      email: upn('adele'),
    })
    const own = await userInfoOf(understudy, token, 'http://localhost:4280')
    t.strictSame(own.json, json)
  })

  t.test('says no more than the scopes allow', async t => {
    const membersOf = async (...scopes: string[]) =>
      Object.keys(
        Object(
          (await userInfoOf(understudy, await tokenFor(understudy, { user: 'adele', scopes })))
            .json,
        ),
      )
    t.same(await membersOf('openid'), ['sub'])
    t.same(await membersOf('openid', 'email'), ['sub', 'email'])
    t.same(await membersOf('openid', 'profile'), [
      'sub',
      'name',
      'family_name',
      'given_name',
      'picture',
    ])
  })

  t.test('leaves out what the user has not', async t => {
    const token = await tokenFor(understudy, {
      user: 'helpdesk',
      scopes: ['openid', 'profile', 'email'],
    })
    const { sub, ...others } = Object((await userInfoOf(understudy, token)).json)
    t.same(others, {
      name: 'Helpdesk',
      picture: 'https://graph.microsoft.com/v1.0/me/photo/$value',
    })
  })

  t.test('needs openid, and a user', async t => {
    const without = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    t.equal((await userInfoOf(understudy, without)).status, 403)
    const ofClient = await tokenFor(understudy, { roles: ['User.Read.All'] })
    t.equal((await userInfoOf(understudy, ofClient)).status, 400)
    t.equal((await userInfoOf(understudy, undefined)).status, 401)
  })
})
