// The links between pages: every token leads back to its place with its own query, and with no other.
import fc from 'fast-check'
import t from 'tap'
import { GraphError } from '../../../src/graph/errors.ts'
import type { PageContext } from '../../../src/graph/odata/page.ts'
import { nextLink, readSkipToken } from '../../../src/graph/odata/page.ts'
import type { ListRequest } from '../../../src/graph/odata/query.ts'
import { randomIds } from '../../../src/ids.ts'
import { Seal } from '../../../src/tokens/seal.ts'

type Options = ListRequest['query']

const seal = new Seal(randomIds)
const contextOf = (url: string, tenantId = 'a', id = 'graph.users.list'): PageContext => ({
  serviceRoot: 'https://graph.microsoft.com/v1.0',
  url,
  seal,
  operation: { id },
  caller: { tenant: { definition: { id: tenantId } } },
})
const context = contextOf('/v1.0/users')
const start = { position: 5, id: 'x', values: ['b', 7n, null] }
const order = [{ valueType: 'string' }, { valueType: 'dateTime' }, { valueType: 'string' }] as const

const link = (query: Options, from = start, at = context) =>
  nextLink(at, { query, headers: {} }, from)
const tokenOf = (address: string) => new URL(address).searchParams.get('$skiptoken') ?? ''
const read = (token: string, query: Options, at = context) =>
  readSkipToken(at, { query: { ...query, $skiptoken: token }, headers: {} }, order)

function isRefused(token: string, query: Options, at = context): boolean {
  try {
    read(token, query, at)
    return false
  } catch (error) {
    return error instanceof GraphError && error.message === 'Invalid Skip Token'
  }
}

const text = fc.string({ unit: 'grapheme' })
const options: fc.Arbitrary<Options> = fc.record(
  { $filter: text, $search: text, $orderby: text },
  { requiredKeys: [] },
)
const starts = fc.record({
  position: fc.nat(),
  id: text,
  values: fc.tuple(fc.option(text), fc.option(fc.bigInt()), fc.constant(null)),
})

t.test('a token for the next page', async t => {
  t.test('leads to its place, with the query it was made for', async () => {
    fc.assert(
      fc.property(starts, options, (from, query) => {
        const token = tokenOf(link(query, from))
        const found = read(token, query)
        return (
          /^[\w.-]+$/.test(token) &&
          found?.position === from.position &&
          found.id === from.id &&
          found.values.every((value, index) => value === from.values[index])
        )
      }),
    )
  })

  t.test('may be shown with another page size and another selection', async t => {
    const token = tokenOf(link({ $top: 5 }))
    t.match(read(token, { $top: 7, $select: 'id' }), { position: 5 })
  })

  t.test('is refused with another query', async t => {
    fc.assert(
      fc.property(starts, options, options, (from, query, other) => {
        fc.pre(JSON.stringify(query) !== JSON.stringify(other))
        const isSame = (['$filter', '$search', '$orderby'] as const).every(
          name => query[name] === other[name],
        )
        return isSame || isRefused(tokenOf(link(query, from)), other)
      }),
    )
    const token = tokenOf(link({ $filter: 'a', $search: 'b' }))
    t.ok(isRefused(token, { $filter: 'b', $search: 'a' }))
    t.ok(isRefused(token, { $filter: 'a', $orderby: 'b' }))
  })

  t.test('is refused in another tenant, and by another operation', async t => {
    const token = tokenOf(link({}))
    t.ok(isRefused(token, {}, contextOf('/v1.0/users', 'b')))
    t.ok(isRefused(token, {}, contextOf('/v1.0/users', 'a', 'graph.groups.list')))
    t.notOk(isRefused(token, {}, contextOf('/beta/users')))
  })

  t.test('is refused when it is anything else', async t => {
    fc.assert(fc.property(text, options, (token, query) => isRefused(token, query)))
    const token = tokenOf(link({}))
    for (let index = 0; index < token.length; index++) {
      const other = token[index] === 'A' ? 'B' : 'A'
      t.ok(isRefused(token.slice(0, index) + other + token.slice(index + 1), {}))
    }
    t.ok(isRefused(seal.seal('deviceCode', { tenantId: 'a', userCode: 'x' }), {}))
    t.ok(isRefused(tokenOf(link({}, start, { ...context, seal: new Seal(randomIds) })), {}))
  })

  t.test('is not needed for the first page', async t => {
    t.equal(readSkipToken(context, { query: { $filter: 'id eq 1' }, headers: {} }, []), undefined)
  })
})

t.test('a link to the next page', async t => {
  const root = 'https://graph.microsoft.com/v1.0/users?'
  const linkAt = (url: string) => link({}, start, contextOf(url))

  t.test('keeps the options as they were written, in their order', async t => {
    const queries = [
      '$top=5',
      '%24top=5&$select=id,mail&api=1',
      '$filter=displayName%20eq%20%27a%26b%27&$top=5',
      '$top=5&$count=true&x=%2B+',
    ]
    for (const query of queries) {
      const address = linkAt(`/v1.0/users?${query}`)
      t.equal(address, `${root}${query}&$skiptoken=${tokenOf(address)}`)
    }
  })

  t.test('takes the place of the token it was reached by, however that is spelt', async t => {
    for (const name of ['$skiptoken', '%24skiptoken', '$skipToken', '%24SKIPTOKEN']) {
      for (const query of [`${name}=abc&$top=5`, `$top=5&${name}=abc`, `$top=5&${name}=`]) {
        const address = linkAt(`/v1.0/users?${query}`)
        t.equal(address, `${root}$top=5&$skiptoken=${tokenOf(address)}`)
      }
    }
  })

  t.test('starts its query where there was none', async t => {
    for (const url of ['/v1.0/users', '/v1.0/users?', '/v1.0/users?&'])
      t.match(linkAt(url), /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$skiptoken=[\w.-]+$/)
  })

  t.test('leads to the address that the client knows', async t => {
    const at = { ...contextOf('/beta/users?$top=1'), serviceRoot: 'http://localhost:4280/beta' }
    t.match(link({}, start, at), /^http:\/\/localhost:4280\/beta\/users\?\$top=1&/)
  })
})
