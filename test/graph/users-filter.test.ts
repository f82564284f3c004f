// $filter and $count of graph.users.list, as a client meets them. The language itself is in odata/filter.test.ts.
import t from 'tap'
import { ids } from '../support/contoso.ts'
import type { ExpectedError } from '../support/graph-errors.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { idsOn, pageOf, pagesFrom } from '../support/pages.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const eventual = { ConsistencyLevel: 'eventual' }

t.test('$filter on users', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
  const listed = (understudy.tenants()[0]?.users.length ?? 0) - 1
  const path = (filter: string, rest = '') =>
    `/v1.0/users?$select=id,displayName&$filter=${encodeURIComponent(filter)}${rest}` as const

  t.test('keeps the users for whom it is true', async t => {
    const kept = [
      ["displayName eq 'adele vance'", [ids.adele]],
      ["userPrincipalName eq 'ADELE@contoso.onmicrosoft.com'", [ids.adele]],
      ["userType eq 'Guest'", [ids.guest]],
      ['accountEnabled eq false', [ids.disabled]],
      [`id in ('${ids.alex}','${ids.adele}','nobody')`, [ids.adele, ids.alex]],
      ["startsWith(displayName,'Al') and not(department eq 'IT')", [ids.alex]],
      ["displayName eq 'nobody'", []],
    ] as const
    for (const [filter, expected] of kept) {
      const page = await pageOf(understudy, path(filter, '&$count=true'), {
        token,
        headers: eventual,
      })
      t.same(idsOn([page]), expected, filter)
    }
  })

  t.test('never finds a personal account', async t => {
    const page = await pageOf(understudy, path("displayName eq 'Pat Coleman'"), { token })
    t.same(page.value, [])
  })

  t.test('is applied to every page', async t => {
    const query = path("department eq 'Retail' or department eq 'Marketing'", '&$top=2')
    const whole = await pageOf(understudy, query.replace('&$top=2', ''), { token })
    const pages = await pagesFrom(understudy, query, { token })
    t.ok(pages.length > 2)
    t.same(idsOn(pages), idsOn([whole]))
  })

  t.test('has no next page where nothing more matches', async t => {
    const page = await pageOf(understudy, path("displayName eq 'Adele Vance'", '&$top=1'), {
      token,
    })
    t.same(Object.keys(page), ['@odata.context', 'value'])
  })

  const unsupported = (message: string): ExpectedError => ({
    status: 400,
    code: 'Request_UnsupportedQuery',
    message,
  })
  const property = (name: string) =>
    unsupported(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`,
    )
  const operator = (name: string) =>
    unsupported(
      `Operator '${name}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
    )
  const notEqual = unsupported("Filter operator 'NotEqualsMatch' is not supported.")
  const refused: readonly (readonly [string, ExpectedError])[] = [
    ["displayName ne 'x'", notEqual],
    ["not(displayName eq 'x')", operator('not')],
    ["endsWith(mail,'x')", operator('endsWith')],
    ['companyName eq null', property('companyName')],
    ["displayName gt 'x'", errors.unsupportedQuery],
    [
      "otherMails/any(m:m eq 'x') or mail eq 'x'",
      unsupported('Complex query on property otherMails is not supported.'),
    ],
    ["startsWith(id,'x')", property('id')],
    [
      'signInSessionsValidFromDateTime ge 2024-01-01T00:00:00Z',
      property('signInSessionsValidFromDateTime'),
    ],
  ]
  for (const [filter, error] of refused) {
    t.test(`is refused: ${filter}`, async t => {
      isError(t, await graph(understudy, `GET ${path(filter)}`, { token }), error)
    })
  }

  t.test('is refused where it cannot be read, with what is wrong', async t => {
    for (const filter of ['', ' ', 'displayName', "displayName eq 'x", "nickname eq 'x'"]) {
      const { status, json } = await graph(understudy, `GET ${path(filter)}`, { token })
      t.equal(status, 400)
      t.match(json, { error: { code: 'BadRequest', message: /^Invalid filter clause: .+/ } })
    }
  })

  t.test('is refused where it is given twice', async t => {
    const twice = '$filter=accountEnabled%20eq%20true&$filter=accountEnabled%20eq%20false'
    isError(t, await graph(understudy, `GET /v1.0/users?${twice}`, { token }), errors.values)
  })

  t.test('may use an advanced operator with both the header and $count', async t => {
    const filter = "displayName ne 'Adele Vance'"
    const halves = [
      [path(filter), eventual],
      [path(filter, '&$count=true'), {}],
      [path(filter, '&$count=false'), eventual],
      [path(filter, '&$count=true'), { ConsistencyLevel: 'session' }],
    ] as const
    for (const [half, headers] of halves) {
      const reply = await graph(understudy, `GET ${half}`, { token, headers })
      isError(t, reply, notEqual)
    }
    for (const level of ['eventual', 'Eventual']) {
      const headers = { consistencylevel: level }
      const page = await pageOf(understudy, path(filter, '&$count=true'), { token, headers })
      t.equal(page['@odata.count'], listed - 1)
    }
  })

  t.test('is counted on the first page only', async t => {
    const query = path("startsWith(displayName,'a')", '&$count=true&$top=2')
    const pages = await pagesFrom(understudy, query, { token, headers: eventual })
    t.ok(pages.length > 1)
    t.same(
      pages.map(page => page['@odata.count']),
      [idsOn(pages).length, ...pages.slice(1).map(() => undefined)],
    )
  })

  t.test('needs the header again on the next page', async t => {
    const query = path("displayName ne 'x'", '&$count=true&$top=2')
    const { '@odata.nextLink': link } = await pageOf(understudy, query, {
      token,
      headers: eventual,
    })
    const { pathname, search } = new URL(link ?? '')
    const reply = await graph(understudy, `GET /${(pathname + search).slice(1)}`, { token })
    isError(t, reply, notEqual)
  })
})

t.test('$count on users', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })

  t.test('counts them all', async t => {
    const query = '/v1.0/users?$count=true&$top=1&$select=id'
    const page = await pageOf(understudy, query, { token, headers: eventual })
    t.strictSame(Object.keys(page), ['@odata.context', '@odata.count', '@odata.nextLink', 'value'])
    t.equal(page['@odata.count'], (understudy.tenants()[0]?.users.length ?? 0) - 1)
  })

  t.test('is silently ignored without the header', async t => {
    const page = await pageOf(understudy, '/v1.0/users?$count=true', { token })
    t.strictSame(Object.keys(page), ['@odata.context', 'value'])
  })

  t.test('is refused where it is neither true nor false', async t => {
    for (const value of ['maybe', '1', 'True', '']) {
      const line = `GET /v1.0/users?$count=${value}` as const
      isError(t, await graph(understudy, line, { token, headers: eventual }), errors.values)
    }
  })
})
