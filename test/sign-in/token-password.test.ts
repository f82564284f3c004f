// signIn.token.issue with grant_type=password: name and password by way of the client.
import t from 'tap'
import { ids, TENANT_ID, upn } from '../support/contoso.ts'
import {
  askToken,
  CAPABLE,
  claimsOf,
  device,
  refresh,
  refusalOf,
  tokensOf,
  USUAL_SCOPE,
  web,
} from '../support/sign-in.ts'
import { control, graph, understudyAtNoon } from '../support/understudy.ts'

const adele = { username: upn('adele'), password: 'adele-Passw0rd!' }

t.test('the password grant', async t => {
  const { understudy } = await understudyAtNoon(t)
  const ask = (fields: Record<string, string | undefined> = {}, client = device, request = {}) =>
    askToken(
      understudy,
      client,
      { grant_type: 'password', scope: USUAL_SCOPE, ...adele, ...fields },
      request,
    )

  t.test('gives the tokens of a sign-in by password', async t => {
    const { json } = await ask({ client_info: '1' })
    t.same(Object.keys(Object(json)), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
      'refresh_token',
      'id_token',
      'client_info',
    ])
    const { access_token: token, id_token: idToken } = Object(json)
    t.match(claimsOf(token), { oid: ids.adele, amr: ['pwd'], appidacr: '0' })
    t.match(claimsOf(idToken), { oid: ids.adele, tid: TENANT_ID, aud: device.appId })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('gives refresh tokens that go on, and sessions of their own', async t => {
    const [one, two] = [tokensOf(await ask()), tokensOf(await ask())]
    t.not(claimsOf(one.id_token).sid, claimsOf(two.id_token).sid)
    tokensOf(await refresh(understudy, device, one.refresh_token))
  })

  t.test('gives a token that can be challenged to who can be', async t => {
    const { access_token: token } = tokensOf(await ask({ claims: CAPABLE }))
    t.same(claimsOf(token).xms_cc, ['cp1'])
  })

  t.test('takes a name in any of its forms', async t => {
    for (const username of ['adele', upn('ADELE'), ids.adele])
      t.equal(claimsOf(tokensOf(await ask({ username })).access_token).oid, ids.adele)
  })

  t.test('is there for confidential clients, who say who they are', async t => {
    t.match(claimsOf(tokensOf(await ask({}, web)).access_token), { appidacr: '1' })
    t.equal((await ask({ client_secret: 'wrong' }, web)).status, 401)
  })

  t.test('is refused with the words of the page', async t => {
    for (const [fields, refusal] of [
      [{ password: 'wrong' }, [400, 'invalid_grant', 50126]],
      [{ username: 'nobody@fabrikam.com' }, [400, 'invalid_grant', 50034, 'bad_token']],
      [
        { username: upn('disabled'), password: 'disabled-Passw0rd!' },
        [400, 'invalid_grant', 50057],
      ],
      [{ username: upn('disabled'), password: 'wrong' }, [400, 'invalid_grant', 50126]],
    ] as const)
      t.same(refusalOf(await ask(fields)), refusal)
  })

  t.test('has no place for those whose password is kept elsewhere', async t => {
    for (const username of ['grace@fabrikam.com', 'pat@outlook.com']) {
      const password = `${username.split('@', 1)[0]}-Passw0rd!`
      const refusal = [400, 'invalid_grant', 50034, 'bad_token']
      t.same(refusalOf(await ask({ username, password })), refusal)
    }
  })

  t.test('needs name, password and scope', async t => {
    for (const name of ['username', 'password', 'scope']) {
      const reply = await ask({ [name]: undefined })
      t.same(refusalOf(reply), [400, 'invalid_request', 900144])
      t.match(Object(reply.json).error_description, `parameter: '${name}'. Trace ID`)
    }
  })

  t.test('is for tenants and for organizations', async t => {
    for (const authority of [TENANT_ID, 'organizations'])
      t.equal((await ask({}, device, { authority })).status, 200, authority)
    t.same(refusalOf(await ask({}, device, { authority: 'common' })), [
      400,
      'invalid_request',
      9001023,
    ])
  })

  t.test('takes a new password at once, and the old one no more', async t => {
    const { understudy } = await understudyAtNoon(t)
    const body = { password: 'another-Passw0rd!' }
    await control(understudy, `PATCH /_understudy/users/${ids.adele}`, { body })
    const with_ = (password: string) =>
      askToken(understudy, device, {
        grant_type: 'password',
        scope: 'User.Read',
        ...adele,
        password,
      })
    t.same(refusalOf(await with_('adele-Passw0rd!')), [400, 'invalid_grant', 50126])
    tokensOf(await with_('another-Passw0rd!'))
  })
})
