// $search, $orderby and /users/$count, as a client meets them.
import t from 'tap'
import { ids } from '../support/contoso.ts'
import type { ExpectedError } from '../support/graph-errors.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { idsOn, pageOf, pagesFrom } from '../support/pages.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const eventual = { ConsistencyLevel: 'eventual' }
const unsupported = (message: string): ExpectedError => ({
  status: 400,
  code: 'Request_UnsupportedQuery',
  message,
})
const bad = (message: string): ExpectedError => ({ status: 400, code: 'BadRequest', message })

t.test('$search on users', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
  const path = (search: string, rest = '') =>
    `/v1.0/users?$select=id&$search=${encodeURIComponent(search)}${rest}` as const
  const ask = (search: string, rest = '', headers: Record<string, string> = eventual) =>
    graph(understudy, `GET ${path(search, rest)}`, { token, headers })

  t.test('finds those whose name has the words, or whose property begins so', async t => {
    const found: readonly (readonly [string, readonly string[]])[] = [
      ['"displayName:vance ad"', [ids.adele]],
      ['"displayName:dele"', []],
      ['"mail:alex@"', [ids.alex]],
      ['"displayName:adele" OR "mail:alex@"', [ids.adele, ids.alex]],
      ['"displayName:adele" AND "mail:alex@"', []],
      ['"displayName:Coleman"', []],
    ]
    for (const [search, expected] of found) {
      const page = await pageOf(understudy, path(search), { token, headers: eventual })
      t.same(idsOn([page]), expected, search)
    }
  })

  t.test('is applied together with a filter, an order and a count', async t => {
    const rest = '&$filter=accountEnabled eq true&$orderby=displayName desc&$count=true&$top=1'
    const pages = await pagesFrom(understudy, path('"displayName:a"', rest), {
      token,
      headers: eventual,
    })
    t.ok(pages.length > 1)
    t.equal(pages[0]?.['@odata.count'], idsOn(pages).length)
    t.equal(new Set(idsOn(pages)).size, idsOn(pages).length)
  })

  t.test('is refused without the header, and as what it is', async t => {
    isError(
      t,
      await ask('"displayName:wa"', '&$count=true', {}),
      unsupported(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      ),
    )
    isError(
      t,
      await ask('displayName:wa'),
      bad("Syntax error: character ':' is not valid at position 11 in 'displayName:wa'."),
    )
    isError(t, await ask('"wa"'), errors.unsupportedQuery)
    isError(
      t,
      await ask('"shoeSize:44"'),
      bad("Could not find a property named 'shoeSize' on type 'microsoft.graph.user'."),
    )
    isError(
      t,
      await ask('"accountEnabled:t"'),
      unsupported('An unsupported property was specified.'),
    )
  })
})

t.test('$orderby on users', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
  const path = (order: string, rest = '') =>
    `/v1.0/users?$select=id,displayName,userPrincipalName&$orderby=${encodeURIComponent(order)}${rest}` as const
  const names = async (order: string, rest = '', headers = {}) => {
    const pages = await pagesFrom(understudy, path(order, rest), { token, headers })
    return pages.flatMap(({ value }) => value.map(({ displayName = '' }) => displayName ?? ''))
  }
  const folded = (list: readonly string[]) => list.map(one => one.toLowerCase())

  t.test('sorts by name, either way, across pages of any size', async t => {
    const all = await names('displayName')
    t.equal(all.length, (understudy.tenants()[0]?.users.length ?? 0) - 1)
    t.same(folded(all), folded(all).sort())
    for (const size of [1, 2, 5]) {
      t.same(await names('displayName asc', `&$top=${size}`), all)
      t.same(await names('DisplayName DESC', `&$top=${size}`), [...all].reverse())
    }
  })

  t.test('sorts by several properties, the first one first', async t => {
    const rest = '&$count=true&$top=3'
    const { length } = await names('createdDateTime desc,displayName', rest, eventual)
    t.equal(length, (understudy.tenants()[0]?.users.length ?? 0) - 1)
  })

  t.test('sorts what is filtered only in an advanced query', async t => {
    const filter = '&$filter=accountEnabled eq true'
    const reply = await graph(understudy, `GET ${path('displayName', filter)}`, { token })
    isError(t, reply, unsupported('Sorting not supported for current query.'))
    const sorted = folded(await names('displayName', `${filter}&$count=true`, eventual))
    t.same(sorted, [...sorted].sort())
  })

  t.test('is refused by what users are not sorted by', async t => {
    const refused: readonly (readonly [string, ExpectedError])[] = [
      ['city', unsupported("Unsupported sort property 'city' for 'User'.")],
      ['createdDateTime', unsupported("Unsupported sort property 'createdDateTime' for 'User'.")],
      [
        'shoeSize',
        bad("Could not find a property named 'shoeSize' on type 'microsoft.graph.user'."),
      ],
      ['displayName up', bad("Expected 'asc', 'desc' or ',' at position 12, but found 'up'.")],
      ['displayName,', bad('Expected a property at position 12, but found the end.')],
    ]
    for (const [order, error] of refused)
      isError(t, await graph(understudy, `GET ${path(order)}`, { token }), error)
  })
})

t.test('graph.users.count', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
  const listed = (understudy.tenants()[0]?.users.length ?? 0) - 1
  const count = (query = '', headers: Record<string, string> = eventual, version = 'v1.0') =>
    graph(understudy, `GET /${version}/users/$count${query}`, { token, headers })

  t.test('is a bare number', async t => {
    for (const version of ['v1.0', 'beta']) {
      const { status, text, headers } = await count('', eventual, version)
      t.equal(status, 200)
      t.equal(text, String(listed))
      t.equal(headers.get('content-type'), 'text/plain')
    }
  })

  t.test('is of those that match, without $count=true', async t => {
    t.equal((await count("?$filter=displayName ne 'Adele Vance'")).text, String(listed - 1))
    t.equal((await count('?$search="displayName:adele"')).text, '1')
    const both = '?$search="displayName:a"&$filter=displayName eq \'Adele Vance\''
    t.equal((await count(both)).text, '1')
    t.equal((await count("?$filter=displayName eq 'nobody'")).text, '0')
  })

  t.test('is refused without the header', async t => {
    isError(t, await count('', {}), {
      status: 400,
      code: 'Request_BadRequest',
      message: '$count is not currently supported.',
    })
  })
})
