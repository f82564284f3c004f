// graph.me.*: what the signed-in user is answered.
import t from 'tap'
import { upn } from '../support/contoso.ts'
import { errors, isError, unknownProperty } from '../support/graph-errors.ts'
import { control, graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const scopes = ['User.Read', 'User.RevokeSessions.All']

t.test('graph.me.get', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'adele', scopes })

  for (const version of ['v1.0', 'beta']) {
    t.test(`gives the default properties in the observed order in ${version}`, async t => {
      const reply = await graph(understudy, `GET /${version}/me`, { token })
      t.equal(reply.status, 200)
      t.equal(
        reply.text,
        `{"@odata.context":"https://graph.microsoft.com/${version}/$metadata#users/$entity",` +
          '"businessPhones":["+1 425 555 0109"],"displayName":"Adele Vance","givenName":"Adele",' +
          '"jobTitle":"Retail Manager","mail":"adele@contoso.onmicrosoft.com","mobilePhone":null,' +
          '"officeLocation":"18/2111","preferredLanguage":"en-US","surname":"Vance",' +
          '"userPrincipalName":"adele@contoso.onmicrosoft.com","id":"6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a01"}',
      )
    })
  }

  t.test('keeps members that are null or empty', async t => {
    const bare = await tokenFor(understudy, { user: 'passwordadmin', scopes })
    t.match((await graph(understudy, 'GET /v1.0/me', { token: bare })).json, {
      businessPhones: [],
      givenName: null,
      mail: null,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
    })
  })

  t.test('names its own address in the context where it was asked there', async t => {
    const { json } = await control(understudy, 'GET /v1.0/me', { token })
    t.match(json, { '@odata.context': 'http://localhost:4280/v1.0/$metadata#users/$entity' })
  })

  t.test('gives what $select names, and nothing else but the context', async t => {
    const { text } = await graph(understudy, 'GET /v1.0/me?$select=userType,displayName', { token })
    t.equal(
      text,
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(userType,displayName)/$entity",' +
        '"userType":"Member","displayName":"Adele Vance"}',
    )
  })

  t.test('reads $select as clients write it', async t => {
    for (const query of [
      '%24select=id%2CuserType',
      '$select=id, userType',
      '$select=id,%20userType',
    ]) {
      const { json } = await graph(understudy, `GET /v1.0/me?${query}`, { token })
      t.match(json, {
        '@odata.context': /\/v1\.0\/\$metadata#users\(id,userType\)\/\$entity$/,
        id: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a01',
        userType: 'Member',
      })
    }
  })

  t.test('gives everybody themselves, the accounts of other kinds included', async t => {
    for (const user of [upn('grace_fabrikam.com#EXT#'), 'pat@outlook.com', upn('admin')]) {
      const own = await tokenFor(understudy, { user, scopes })
      const { json } = await graph(understudy, 'GET /v1.0/me', { token: own })
      t.match(json, { userPrincipalName: user })
    }
  })

  t.test('refuses a property that the type does not have', async t => {
    for (const name of ['nickname', 'DisplayName', '@odata.context', '__proto__', 'password']) {
      const reply = await graph(understudy, `GET /v1.0/me?$select=id,${name}`, { token })
      isError(t, reply, unknownProperty(name))
    }
  })

  t.test('knows a property of beta in beta alone', async t => {
    const name = 'refreshTokensValidFromDateTime'
    const inBeta = await graph(understudy, `GET /beta/me?$select=${name}`, { token })
    t.match(inBeta.json, { [name]: '2024-01-22T09:30:00Z' })
    const inVersion1 = await graph(understudy, `GET /v1.0/me?$select=${name}`, { token })
    isError(t, inVersion1, unknownProperty(name))
  })
})

t.test('graph.me.revokeSignInSessions', async t => {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, { user: 'adele', scopes })

  for (const version of ['v1.0', 'beta']) {
    for (const action of ['revokeSignInSessions', 'microsoft.graph.revokeSignInSessions']) {
      t.test(`answers true to POST /${version}/me/${action}`, async t => {
        const reply = await graph(understudy, `POST /${version}/me/${action}`, { token })
        t.equal(reply.status, 200)
        t.equal(
          reply.text,
          `{"@odata.context":"https://graph.microsoft.com/${version}/$metadata#Edm.Boolean","value":true}`,
        )
        t.equal(reply.headers.get('odata-version'), '4.0')
      })
    }
  }
})

t.test('graph.me.invalidateAllRefreshTokens', async t => {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, { user: 'adele', scopes })
  const names = ['invalidateAllRefreshTokens', 'microsoft.graph.invalidateAllRefreshTokens']

  t.test('answers true in beta, under both of its names', async t => {
    for (const name of names) {
      const reply = await graph(understudy, `POST /beta/me/${name}`, { token })
      t.equal(reply.status, 200)
      t.same(reply.json, {
        '@odata.context': 'https://graph.microsoft.com/beta/$metadata#Edm.Boolean',
        value: true,
      })
    }
  })

  t.test('does not exist in v1.0', async t => {
    for (const name of names) {
      const { json, status } = await graph(understudy, `POST /v1.0/me/${name}`, { token })
      t.equal(status, errors.method.status)
      t.match(json, { error: { code: errors.method.code, message: errors.method.message } })
    }
  })
})
