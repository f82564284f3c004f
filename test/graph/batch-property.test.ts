// A batch against single requests: whatever its parts are, each is answered as if it had come alone to an equal double, in the same order.
import fc from 'fast-check'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { batch, json, partsOf } from '../support/batch.ts'
import { ids, upn } from '../support/contoso.ts'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const scopes = ['User.Read', 'User.ReadWrite', 'User.Read.All', 'User.RevokeSessions.All']
const callers: Readonly<Record<string, TokenRequest>> = {
  admin: { user: 'admin', scopes, capabilities: ['cp1'] },
  helpdesk: { user: 'helpdesk', scopes },
  member: { user: 'alex', scopes, capabilities: ['cp1'] },
  reader: { user: 'adele', scopes: ['User.Read'] },
  personal: { user: ids.personal, scopes },
  daemon: { roles: ['User.Read.All', 'User.RevokeSessions.All'] },
  powerless: { roles: [] },
}

const user = fc.constantFrom(
  ...Object.values(ids),
  upn('ALEX'),
  upn('nobody'),
  '',
  '$count',
  '%zz',
  "o'neil",
)
const address = fc.oneof(
  fc.constantFrom(
    '/me',
    '/me/',
    '/users',
    '/',
    '/nowhere',
    '/me/nothing',
    '/v1.0/me',
    '/users/$count',
    '//me',
    '/Me',
  ),
  user.map(one => `/users/${one}`),
  user.map(one => `/users('${one}')`),
  user.map(one => `/users/${one}/revokeSignInSessions`),
  user.map(one => `/users/${one}/microsoft.graph.revokeSignInSessions`),
  user.map(one => `/users/${one}/invalidateAllRefreshTokens`),
  fc.constantFrom(
    '/me/revokeSignInSessions',
    '/me/microsoft.graph.revokeSignInSessions',
    '/me/revokeSigninSessions',
  ),
  // Dots as segments never leave a client: it resolves them.
  fc
    .webPath()
    .filter(path => !/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path))
    .map(path => `/${path.replace(/^\/+/, '')}`),
)
const query = fc.constantFrom(
  '',
  '?',
  '?$select=id,signInSessionsValidFromDateTime',
  '?$select=nothing',
  '?$top=2',
  '?$top=many',
  '?$top=1&$top=2',
  '?$expand=manager',
  "?$filter=startsWith(displayName,'A')",
  "?$count=true&$filter=city%20ne%20'Milan'",
  '?a=%zz&b=%E0%A4%A',
)
const headers = fc.constantFrom(
  {},
  { ConsistencyLevel: 'eventual' },
  { Prefer: 'code=403' },
  { Prefer: 'code=299' },
  { 'client-request-id': 'my-own' },
)
const body = fc.constantFrom({}, {}, {}, { force: true }, { a: [1, { b: null }] })
const part = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'DELETE', 'PATCH', 'PUT'),
  url: fc.tuple(address, query).map(texts => texts.join('')),
  headers,
  body,
})
type Part = typeof part extends fc.Arbitrary<infer One> ? One : never

/** What of an answer does not differ from one request to the next. */
function essence(status: number, body: unknown): unknown {
  const { error } = Object(body)
  if (error === undefined) return { status, body }
  const { innerError, ...others } = error
  return { status, error: others, inner: Object.keys(innerError) }
}

async function alone(
  understudy: Understudy,
  token: string,
  version: string,
  sent: Part,
): Promise<Reply> {
  const { method, url, headers } = sent
  const writes = method !== 'GET'
  return graph(understudy, `${method} /${version}${url}`, {
    token,
    headers,
    ...(writes && { body: sent.body }),
  })
}

t.test('the parts of any batch', async t => {
  // Equal in all that an answer shows: users, clock, settings.
  const [{ understudy: one }, { understudy: other }] = [
    await understudyAtNoon(t),
    await understudyAtNoon(t),
  ]

  t.test('are answered as single requests are', async () => {
    const batches = fc.record({
      caller: fc.constantFrom(...Object.values(callers)),
      version: fc.constantFrom('v1.0', 'beta'),
      parts: fc.array(part, { minLength: 1, maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(batches, async ({ caller, version, parts }) => {
        await Promise.all([one.reset(), other.reset()])
        const requests = parts.map(({ method, url, headers, body }, index) => ({
          id: String(index),
          method,
          url,
          headers: method === 'GET' ? headers : { ...headers, ...json },
          ...(method !== 'GET' && { body }),
        }))
        const token = await tokenFor(one, caller)
        const together = partsOf(await batch(one, token, requests, { version }))
        const single = await tokenFor(other, caller)
        for (const [index, sent] of parts.entries()) {
          const { status, json, headers } = await alone(other, single, version, sent)
          const got = together[index]
          const expected = JSON.stringify(essence(status, json))
          const actual = JSON.stringify(essence(got?.status ?? 0, got?.body))
          if (actual !== expected)
            throw new Error(`${sent.method} ${sent.url}: ${actual} in the batch, ${expected} alone`)
          for (const [name, value] of Object.entries(got?.headers ?? {}))
            if (headers.get(name) !== value && !/claims=/.test(value))
              throw new Error(
                `${sent.method} ${sent.url}: ${name} is ${value}, alone ${headers.get(name)}`,
              )
        }
      }),
      { seed: 1, numRuns: 80 },
    )
  })
})
