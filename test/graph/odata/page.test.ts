// The links between pages: every token leads back to its row with its own filter, and with no other.
import fc from 'fast-check'
import t from 'tap'
import { GraphError } from '../../../src/graph/errors.ts'
import { nextLink, readSkipToken } from '../../../src/graph/odata/page.ts'

const serviceRoot = 'https://graph.microsoft.com/v1.0'
const link = (url: string, row: number, filter?: string) =>
  nextLink({ serviceRoot, url }, row, filter)
const tokenOf = (address: string) => new URL(address).searchParams.get('$skiptoken') ?? undefined

function isRefused(token: string, filter: string | undefined): boolean {
  try {
    readSkipToken(token, filter)
    return false
  } catch (error) {
    return error instanceof GraphError && error.message === 'Invalid Skip Token'
  }
}

const rows = fc.nat()
const filters = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined })

t.test('a token for the next page', async t => {
  t.test('leads to its row, with the filter it was made for', async () => {
    fc.assert(
      fc.property(rows, filters, (row, filter) => {
        const token = tokenOf(link('/v1.0/users', row, filter))
        return readSkipToken(token, filter) === row && /^[\w-]+$/.test(token ?? '')
      }),
    )
  })

  t.test('is refused with another filter', async () => {
    fc.assert(
      fc.property(rows, filters, filters, (row, filter, other) => {
        fc.pre((filter ?? '') !== (other ?? ''))
        return isRefused(tokenOf(link('/v1.0/users', row, filter)) ?? '', other)
      }),
    )
  })

  t.test('is refused when it is anything else', async t => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), filters, (token, filter) =>
        isRefused(token, filter),
      ),
    )
    const [, digest] = Buffer.from(tokenOf(link('/v1.0/users', 5)) ?? '', 'base64url')
      .toString()
      .split('.')
    for (const row of ['', '-5', '5.0', '1e3', ' 5', '٥', '9'.repeat(16)]) {
      t.ok(isRefused(Buffer.from(`${row}.${digest}`).toString('base64url'), undefined), row)
    }
  })

  t.test('is not needed for the first page', async t => {
    t.equal(readSkipToken(undefined, 'id eq 1'), undefined)
  })
})

t.test('a link to the next page', async t => {
  const root = 'https://graph.microsoft.com/v1.0/users?'

  t.test('keeps the options as they were written, in their order', async t => {
    const queries = [
      '$top=5',
      '%24top=5&$select=id,mail&api=1',
      '$filter=displayName%20eq%20%27a%26b%27&$top=5',
      '$top=5&$count=true&x=%2B+',
    ]
    for (const query of queries) {
      const address = link(`/v1.0/users?${query}`, 5)
      t.equal(address, `${root}${query}&$skiptoken=${tokenOf(address)}`)
    }
  })

  t.test('takes the place of the token it was reached by, however that is spelt', async t => {
    for (const name of ['$skiptoken', '%24skiptoken', '$skipToken', '%24SKIPTOKEN']) {
      for (const query of [`${name}=abc&$top=5`, `$top=5&${name}=abc`, `$top=5&${name}=`]) {
        const address = link(`/v1.0/users?${query}`, 5)
        t.equal(address, `${root}$top=5&$skiptoken=${tokenOf(address)}`)
      }
    }
  })

  t.test('starts its query where there was none', async t => {
    for (const url of ['/v1.0/users', '/v1.0/users?', '/v1.0/users?&'])
      t.match(link(url, 5), /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$skiptoken=[\w-]+$/)
  })

  t.test('leads to the address that the client knows', async t => {
    const context = { serviceRoot: 'http://localhost:4280/beta', url: '/beta/users?$top=1' }
    t.match(nextLink(context, 1, undefined), /^http:\/\/localhost:4280\/beta\/users\?\$top=1&/)
  })
})
