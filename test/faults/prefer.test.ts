// `Prefer: code=…` and `Prefer: example=…`: the contract's own answers on request.
import t from 'tap'
import type { Operation } from '../../src/contract/document.ts'
import { DOMAIN } from '../support/contoso.ts'
import { getOperation, operations } from '../support/contract.ts'
import { listFaults, planFault } from '../support/faults.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { authorizeUrl, daemon, device, postForm, redeemCode, signIn } from '../support/sign-in.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'

const ME = 'GET /v1.0/me'
const scopes = ['User.Read', 'User.RevokeSessions.All']

async function asking(t: Parameters<typeof understudyFor>[0]) {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, { user: 'adele', scopes, capabilities: ['cp1'] })
  const prefer = (value: string, line: `${string} /${string}` = ME) =>
    graph(understudy, line, { token, headers: { prefer: value } })
  return { understudy, token, prefer }
}

function exampleOf(operation: Operation, status: number, name?: string): unknown {
  const examples = operation.responses.get(status)?.examples ?? []
  return (name === undefined ? examples[0] : examples.find(one => one.name === name))?.value
}

t.test('Prefer: code', async t => {
  const me = getOperation('graph.me.get')

  t.test('gives the first example of a success', async t => {
    const { prefer } = await asking(t)
    const { status, json, headers } = await prefer('code=200')
    t.equal(status, 200)
    t.same(json, exampleOf(me, 200))
    t.equal(headers.get('preference-applied'), 'code=200')
    t.equal(headers.get('odata-version'), '4.0')
  })

  t.test('gives the example of an error, and one by its name', async t => {
    const { prefer } = await asking(t)
    const { status, json } = await prefer('code=403')
    t.equal(status, 403)
    t.same(json, exampleOf(me, 403))
    const named = await prefer('code=401, example=revoked')
    t.same([named.status, named.json], [401, exampleOf(me, 401, 'revoked')])
    t.equal(named.headers.get('preference-applied'), 'code=401, example=revoked')
    t.ok(named.headers.has('www-authenticate'))
  })

  t.test("gives the surface's own error of a status without one", async t => {
    const { prefer } = await asking(t)
    const { status, json, headers } = await prefer('code=503')
    t.match([status, json], [503, { error: { code: 'ServiceUnavailable' } }])
    t.equal(headers.get('preference-applied'), 'code=503')
    t.match(await prefer('code=429'), { status: 429, json: { error: { code: 'TooManyRequests' } } })
  })

  t.test('gives no body where the response has none', async t => {
    const { prefer } = await asking(t)
    const { status, text } = await prefer('code=204', 'POST /v1.0/me/revokeSignInSessions')
    t.same([status, text], [204, ''])
  })

  for (const code of ['204', '302', '600', '0', 'abc', '', '-403']) {
    t.test(`refuses '${code}', and lists what there is`, async t => {
      const { prefer } = await asking(t)
      const { status, json, headers } = await prefer(`code=${code}`)
      t.equal(status, 400)
      t.match(json, {
        error: { message: /graph\.me\.get has no answer .* It has 200, 400, 401, 403, 421, 500/ },
      })
      t.notOk(headers.has('preference-applied'))
    })
  }

  t.test('is read however it is written, among others', async t => {
    const { prefer } = await asking(t)
    for (const value of [
      'code=403',
      'Code="403"',
      'return=minimal, code=403',
      'odata.maxpagesize=5,code = 403',
      'code=403; foo=bar',
      'respond-async, code=403, code=404',
      'title="a, code=500", code=403',
    ])
      t.equal((await prefer(value)).status, 403, value)
  })

  t.test('leaves other preferences alone', async t => {
    const { prefer } = await asking(t)
    for (const value of [
      'return=minimal',
      'odata.maxpagesize=5',
      'codes=403',
      '',
      ',;=',
      '"code=403"',
    ]) {
      const { status, headers } = await prefer(value)
      t.same([status, headers.has('preference-applied')], [200, false], value)
    }
  })

  t.test('asks for nothing that is changed', async t => {
    const { understudy, prefer, token } = await asking(t)
    t.equal((await prefer('code=200', 'POST /v1.0/me/revokeSignInSessions')).status, 200)
    t.equal((await graph(understudy, ME, { token })).status, 200)
  })

  t.test('is for those who may call', async t => {
    const { understudy } = await asking(t)
    const headers = { prefer: 'code=200' }
    t.equal((await graph(understudy, ME, { headers })).status, 401)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['openid'] })
    t.equal((await graph(understudy, ME, { headers, token })).status, 403)
  })

  t.test('comes after a failure that was planned', async t => {
    const { understudy, prefer } = await asking(t)
    await planFault(understudy, { status: 503, times: 1 })
    t.same([(await prefer('code=403')).status, (await prefer('code=403')).status], [503, 403])
    t.match(await listFaults(understudy), [{ met: 2 }])
  })

  t.test('keeps to the contract for every code of Graph that is declared', async t => {
    const { prefer } = await asking(t)
    const withoutBody = operations.filter(({ body }) => body?.required !== true)
    for (const operation of withoutBody.filter(({ id }) => /^graph\.me\./.test(id))) {
      const base = operation.id.startsWith('graph.me.invalidate') ? '/beta' : '/v1.0'
      for (const status of operation.responses.keys()) {
        const line = `${operation.method} ${base}${operation.path}` as `${string} /${string}`
        t.equal((await prefer(`code=${status}`, line)).status, status, `${operation.id} ${status}`)
      }
    }
  })
})

t.test('Prefer: example', async t => {
  t.test('finds an answer by the name of its example', async t => {
    const { prefer } = await asking(t)
    const { status, json, headers } = await prefer('example=selected')
    t.same([status, json], [200, exampleOf(getOperation('graph.me.get'), 200, 'selected')])
    t.equal(headers.get('preference-applied'), 'example=selected')
    t.equal((await prefer('example="denied"')).status, 403)
  })

  t.test('refuses a name that is not known, and lists those that are', async t => {
    const { prefer } = await asking(t)
    t.match(await prefer('example=nothing'), {
      status: 400,
      json: { error: { message: /no example 'nothing' here. There are: default, selected,/ } },
    })
    t.match(await prefer('code=403, example=selected'), {
      status: 400,
      json: { error: { message: /There are: denied\.$/ } },
    })
  })
})

t.test('at the sign-in surface, Prefer', async t => {
  const tokenUrl = `${LOGIN}/${DOMAIN}/oauth2/v2.0/token`

  t.test('gives what the token endpoint declares, and redeems nothing', async t => {
    const understudy = await understudyFor(t)
    const { code } = await signIn(understudy, device)
    const issue = getOperation('signIn.token.issue')
    for (const status of issue.responses.keys()) {
      const headers = { prefer: `code=${status}` }
      const reply = await redeemCode(understudy, device, code, {}, { headers })
      t.equal(reply.status, status)
      t.same(reply.json, exampleOf(issue, status))
      t.equal(reply.headers.get('preference-applied'), `code=${status}`)
    }
    t.equal((await redeemCode(understudy, device, code)).status, 200)
  })

  t.test("gives the surface's own error, and says what there is", async t => {
    const understudy = await understudyFor(t)
    const fields = { ...daemon.fields, grant_type: 'client_credentials', scope: 'x/.default' }
    const ask = (prefer: string) => postForm(understudy, tokenUrl, fields, { prefer })
    t.match(await ask('code=503'), { status: 503, json: { error: 'temporarily_unavailable' } })
    t.match(await ask('code=302'), {
      status: 400,
      json: { error: 'invalid_request', error_description: /It has 200, 400, 401, 413, 421, 500/ },
    })
  })

  t.test('gives pages and redirects', async t => {
    const understudy = await understudyFor(t)
    for (const status of [200, 302, 400, 500, 503]) {
      const response = await understudy.fetch(authorizeUrl(device), {
        headers: { prefer: `code=${status}` },
        redirect: 'manual',
      })
      t.equal(response.status, status)
      t.equal(response.headers.has('location'), status === 302)
      t.equal(response.headers.get('preference-applied'), `code=${status}`)
    }
    t.equal((await new Browser(understudy).open(authorizeUrl(device))).status, 200)
  })
})
