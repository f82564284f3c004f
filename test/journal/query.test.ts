// Which requests a query asks for, and how those are described that come close.
import t from 'tap'
import type { Entry } from '../../src/journal/entry.ts'
import type { Query } from '../../src/journal/query.ts'
import { isAskedFor, nearMisses } from '../../src/journal/query.ts'

const base: Entry = {
  sequence: 1,
  id: 'id',
  at: 1000,
  durationMilliseconds: 1,
  surface: 'graph',
  operationId: 'graph.me.get',
  tenantId: 'tenant',
  method: 'GET',
  path: '/v1.0/me',
  status: 401,
  errorCode: 'InvalidAuthenticationToken',
  user: 'Adele@contoso.onmicrosoft.com',
  client: 'client',
  grantType: undefined,
  credentialKind: undefined,
  credentialId: undefined,
  refusal: undefined,
  hint: undefined,
  fault: undefined,
  correlationId: undefined,
}

const met: Required<Query> = {
  operationId: 'graph.me.get',
  surface: 'graph',
  user: 'adele@contoso.onmicrosoft.com',
  client: 'client',
  status: 401,
  errorCode: 'InvalidAuthenticationToken',
  since: 1000,
}
const unmet: Required<Query> = {
  operationId: 'graph.users.list',
  surface: 'signIn',
  user: 'alex@contoso.onmicrosoft.com',
  client: 'another',
  status: 200,
  errorCode: '50173',
  since: 1001,
}

t.test('isAskedFor', async t => {
  t.test('is true of everything, when nothing is asked for', async t => {
    t.ok(isAskedFor({}, base))
  })

  t.test('is true of what meets every criterion', async t => {
    t.ok(isAskedFor(met, base))
  })

  for (const name of Object.keys(unmet)) {
    t.test(`is false of another ${name}`, async t => {
      t.notOk(isAskedFor({ ...met, ...pick(unmet, name) }, base))
    })
  }
})

function pick(query: Query, wanted: string): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => name === wanted))
}

t.test('nearMisses', async t => {
  t.test('says in what each differs, the nearest and latest first, three at most', async t => {
    const entries = [
      { ...base, sequence: 1, status: 200, path: '/far', client: 'another' },
      { ...base, sequence: 2, status: null, path: '/old' },
      { ...base, sequence: 3, status: 200, path: '/new' },
      { ...base, sequence: 4 },
      { ...base, sequence: 5, status: 200, path: '/farther', client: undefined, at: 0 },
    ]
    t.same(nearMisses(met, entries), [
      'GET /new answered 200: its status is 200, not 401.',
      'GET /old answered nothing: its status is none, not 401.',
      'GET /far answered 200: its client is another, not client; its status is 200, not 401.',
    ])
    t.match(nearMisses({ ...met, user: undefined }, entries.slice(4))[0], /before the time given/)
  })
})
