// graph.users.list: which users, which of their properties, and in which pages.
import t from 'tap'
import { readAsset } from '../../src/assets.ts'
import { ids } from '../support/contoso.ts'
import { errors, isError, unknownProperty } from '../support/graph-errors.ts'
import { idsOn, pageOf, pagesFrom } from '../support/pages.ts'
import { control, graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const scopes = ['User.Read.All', 'AuditLog.Read.All']

t.test('graph.users.list', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'reader', scopes })
  const everyId = understudy.tenants()[0]?.users.map(({ id }) => id) ?? []
  const listedIds = everyId.filter(id => id !== ids.personal)

  t.test('gives all users of the directory, with their default properties', async t => {
    for (const version of ['v1.0', 'beta']) {
      const page = await pageOf(understudy, `/${version}/users`, { token })
      t.strictSame(Object.keys(page), ['@odata.context', 'value'])
      t.equal(page['@odata.context'], `https://graph.microsoft.com/${version}/$metadata#users`)
      t.same(idsOn([page]), listedIds)
      t.equal(
        JSON.stringify(page.value[6]),
        '{"businessPhones":["+1 425 555 0109"],"displayName":"Adele Vance","givenName":"Adele",' +
          '"jobTitle":"Retail Manager","mail":"adele@contoso.onmicrosoft.com","mobilePhone":null,' +
          '"officeLocation":"18/2111","preferredLanguage":"en-US","surname":"Vance",' +
          `"userPrincipalName":"adele@contoso.onmicrosoft.com","id":"${ids.adele}"}`,
      )
    }
  })

  t.test('gives every user with what $select names', async t => {
    const page = await pageOf(understudy, '/v1.0/users?$select=userType,id', { token })
    t.equal(page['@odata.context'], 'https://graph.microsoft.com/v1.0/$metadata#users(userType,id)')
    for (const user of page.value) t.strictSame(Object.keys(user), ['userType', 'id'])
  })

  t.test('gives every property there is, in the form the contract declares', async t => {
    const { schemas }: { schemas: Record<'user', { properties: Record<string, object> }> } =
      JSON.parse(readAsset('openapi.json')).components
    const names = Object.keys(schemas.user.properties).filter(name => !name.startsWith('@'))
    const page = await pageOf(understudy, `/beta/users?$select=${names}`, { token })
    t.equal(page.value.length, listedIds.length)
    for (const user of page.value) t.strictSame(Object.keys(user), names)
  })

  t.test('gives no more than 120 users with signInActivity', async t => {
    const path = '/v1.0/users?$select=id,signInActivity'
    t.equal(
      (await pageOf(understudy, `${path}&$top=120`, { token })).value.length,
      listedIds.length,
    )
    isError(t, await graph(understudy, `GET ${path}&$top=121`, { token }), {
      status: 400,
      code: 'Request_UnsupportedQuery',
      message: 'Cannot query data for more than 120 users at a time.',
    })
  })

  t.test('refuses a property that the type does not have', async t => {
    const reply = await graph(understudy, 'GET /v1.0/users?$select=nickname', { token })
    isError(t, reply, unknownProperty('nickname'))
  })

  t.test('gives each user once, whatever the size of the pages', async t => {
    for (const size of [1, 2, 5, 7, listedIds.length - 1, listedIds.length, 999]) {
      const pages = await pagesFrom(understudy, `/v1.0/users?$top=${size}&$select=id`, { token })
      t.same(idsOn(pages), listedIds, `$top=${size}`)
      t.equal(pages.length, Math.ceil(listedIds.length / size))
      t.ok(pages.slice(0, -1).every(page => page.value.length === size))
    }
  })

  t.test('links to the next page with the same options and an opaque token', async t => {
    const query = '$top=2&$select=id,displayName&$filter=accountEnabled%20eq%20true'
    const { '@odata.nextLink': first } = await pageOf(understudy, `/v1.0/users?${query}`, { token })
    const linked = `https://graph.microsoft.com/v1.0/users?${query}&$skiptoken=`
    t.equal(first?.slice(0, linked.length), linked)
    t.match(first?.slice(linked.length), /^[\w.-]+$/)

    const { pathname, search } = new URL(first ?? '')
    const { '@odata.nextLink': second } = await pageOf(understudy, pathname + search, { token })
    t.equal(second?.slice(0, linked.length), linked)
    t.not(second, first)
    t.equal(second?.match(/skiptoken/g)?.length, 1)
  })

  t.test('links to the version and the address it was asked at', async t => {
    const page = await pageOf(understudy, '/beta/users?$top=1', { token })
    t.match(page['@odata.nextLink'], /^https:\/\/graph\.microsoft\.com\/beta\/users\?/)
    const { json } = await control(understudy, 'GET /v1.0/users?$top=1', { token })
    t.match(json, { '@odata.nextLink': /^http:\/\/localhost:4280\/v1\.0\/users\?/ })
  })

  t.test('goes on where another page ended, with other options', async t => {
    const { '@odata.nextLink': link } = await pageOf(understudy, '/v1.0/users?$top=3', { token })
    const skipToken = new URL(link ?? '').searchParams.get('$skiptoken')
    const query = `?$top=2&$select=id&$skiptoken=${skipToken}`
    const page = await pageOf(understudy, `/v1.0/users${query}`, { token })
    t.same(idsOn([page]), listedIds.slice(3, 5))
  })

  t.test('refuses a page size out of bounds, in the words it was asked with', async t => {
    for (const size of ['0', '1000', '-1', '1.5', 'ten', '', '1e2', '9'.repeat(20)]) {
      isError(t, await graph(understudy, `GET /v1.0/users?$top=${size}`, { token }), {
        status: 400,
        code: 'Request_UnsupportedQuery',
        message: `Invalid page size specified: '${size}'. Must be between 1 and 999 inclusive.`,
      })
    }
  })

  t.test('refuses a $skiptoken that is not its own', async t => {
    const { '@odata.nextLink': link } = await pageOf(understudy, '/v1.0/users?$top=3', { token })
    const own = new URL(link ?? '').searchParams.get('$skiptoken') ?? ''
    for (const stranger of [
      '',
      'Mg',
      'X%274453707%27',
      own.slice(0, -2),
      own.slice(2),
      `${own}A`,
    ]) {
      const line = `GET /v1.0/users?$top=3&$skiptoken=${stranger}` as const
      isError(t, await graph(understudy, line, { token }), errors.skipToken)
    }
  })

  t.test('refuses a $skiptoken with another filter than its own', async t => {
    const filter = '$filter=accountEnabled%20eq%20true'
    const tokenOf = async (query: string) => {
      const { '@odata.nextLink': link } = await pageOf(understudy, `/v1.0/users?${query}`, {
        token,
      })
      return new URL(link ?? '').searchParams.get('$skiptoken')
    }
    const filtered = await tokenOf(`$top=1&${filter}`)
    const unfiltered = await tokenOf('$top=1')
    const mixed = [
      `$skiptoken=${filtered}`,
      `$skiptoken=${filtered}&$filter=accountEnabled%20eq%20false`,
      `$skiptoken=${unfiltered}&${filter}`,
    ]
    for (const query of mixed) {
      const reply = await graph(understudy, `GET /v1.0/users?${query}`, { token })
      isError(t, reply, errors.skipToken)
    }
  })

  t.test('refuses what it does not support, in the words of the real service', async t => {
    const headers = { ConsistencyLevel: 'eventual' }
    const skip = {
      status: 400,
      code: 'Request_BadRequest',
      message: "'$skip' is not supported by the service.",
    }
    const needsHeader = {
      status: 400,
      code: 'Request_UnsupportedQuery',
      message:
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    }
    const search = '$search="displayName:wa"'
    const ask = (query: string, headers = {}) =>
      graph(understudy, `GET /v1.0/users?${query}`, { token, headers })
    isError(t, await ask('$skip=5'), skip)
    isError(t, await ask('%24skip=5&$top=3'), skip)
    isError(t, await ask(search), needsHeader)
    for (const query of ['$expand=manager', '$apply=x', '$compute=x'])
      isError(t, await ask(query, headers), errors.unsupportedQuery)
  })

  t.test('passes over what is no query option of OData', async t => {
    const page = await pageOf(understudy, '/v1.0/users?api-version=1&skip=3&_=1', { token })
    t.equal(page.value.length, listedIds.length)
  })
})

t.test('a large directory', async t => {
  const understudy = await understudyFor(t, { generateUsers: 230 })
  const token = await tokenFor(understudy, { user: 'reader', scopes })

  t.test('comes in pages of a hundred where no size is asked for', async t => {
    const pages = await pagesFrom(understudy, '/v1.0/users?$select=id', { token })
    const sizes = pages.map(({ value }) => value.length)
    t.same(sizes.slice(0, -1), [100, 100])
    const listed = (understudy.tenants()[0]?.users.length ?? 0) - 1 + 230
    t.equal(new Set(idsOn(pages)).size, listed)
    t.equal(idsOn(pages).length, listed)
  })

  t.test('fits in one page of 999', async t => {
    const page = await pageOf(understudy, '/v1.0/users?$top=999&$select=id', { token })
    t.equal(page['@odata.nextLink'], undefined)
    t.ok(page.value.length > 230)
  })

  t.test('ends its pages at the last match of a filter', async t => {
    const query = "?$top=50&$select=id&$filter=startsWith(userPrincipalName,'user0001')"
    const pages = await pagesFrom(understudy, `/v1.0/users${query}`, { token })
    t.same(
      pages.map(({ value }) => value.length),
      [50, 50],
    )
  })
})

t.test('a $skiptoken from before a snapshot was restored', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'admin', scopes })
  const asked = '/v1.0/users?$select=id&$orderby=displayName&$top=4'
  const whole = idsOn(await pagesFrom(understudy, asked, { token }))
  await understudy.snapshot('before')
  const first = await pageOf(understudy, asked, { token })
  await understudy.restore('before')
  const next = first['@odata.nextLink']?.replace('https://graph.microsoft.com', '') ?? ''
  const rest = await pagesFrom(understudy, next, { token })
  t.same(idsOn([first, ...rest]), whole, 'goes on where the page ended')
})
