// Whatever is put in $filter, $search, $orderby and $skiptoken: answered or refused, never a failure, and for a bounded amount of work.
import fc from 'fast-check'
import t from 'tap'
import { readerOfPath } from '../../src/graph/entity-type.ts'
import { ODataError } from '../../src/graph/odata/errors.ts'
import { compileFilter } from '../../src/graph/odata/filter.ts'
import { findPage } from '../../src/graph/odata/find.ts'
import { maximumNodes } from '../../src/graph/odata/option-size.ts'
import { compileOrder } from '../../src/graph/odata/order.ts'
import { compileSearch } from '../../src/graph/odata/search.ts'
import { rowsOf } from '../../src/state/rows.ts'
import { shape, type } from '../graph/odata/apply-filter.ts'
import { addressOf, anyQuery, anyText } from '../support/odata-fuzz.ts'
import { tokenFor, understudyFor } from '../support/understudy.ts'

type Entity = Readonly<Record<string, unknown>>

/** Runs it, and gives nothing where the text cannot be applied. Throws anything but an ODataError. */
function attempt<T>(compile: () => T): T | undefined {
  try {
    return compile()
  } catch (error) {
    if (error instanceof ODataError) return undefined
    throw error
  }
}

t.test('any query on users', async t => {
  const understudy = await understudyFor(t, { generateUsers: 50 })
  const token = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
  const answered = new Map<number, number>()

  t.test('is answered or refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async query => {
        const { status } = await understudy.fetch(addressOf(query), {
          headers: {
            authorization: `Bearer ${token}`,
            ...(query.isEventual && { ConsistencyLevel: 'eventual' }),
          },
        })
        answered.set(status, (answered.get(status) ?? 0) + 1)
        return [200, 400, 414, 431].includes(status)
      }),
      { seed: 1, numRuns: 600 },
    )
  })

  t.test('is not always refused, so that something is tried', async t => {
    t.ok(answered.has(200))
    t.ok(answered.has(400))
  })
})

t.test('any text', async t => {
  const advanced = true

  t.test('makes a test of bounded cost, or none', async () => {
    fc.assert(
      fc.property(anyText, text => {
        const filter = attempt(() => compileFilter(text, { advanced, type, shape }))
        const search = attempt(() => compileSearch(text, type, shape))
        const order = attempt(() =>
          compileOrder(text, { advanced, type, shape, isFiltered: false }),
        )
        return (
          (filter?.cost ?? 0) <= 3 * maximumNodes &&
          (search?.cost ?? 0) <= 11 * maximumNodes + 1 &&
          (order?.length ?? 0) <= 5
        )
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  t.test('has each record looked at once for a page that is counted', async () => {
    const records: Entity[] = Array.from({ length: 300 }, (_, number) => ({
      id: `id${number}`,
      displayName: `User ${number}`.repeat(30),
      mail: `user${number}@contoso.com`,
      accountEnabled: true,
      otherMails: [`a${number}@x.example`],
    }))
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        const filter = attempt(() =>
          compileFilter<Entity>(text, {
            advanced,
            type: { ...type, readerOf: readerOfPath },
            shape,
          }),
        )
        if (filter === undefined) return true
        let looks = 0
        const rows = rowsOf(records)
        const counted = {
          ...rows,
          at: (slot: number) => {
            looks++
            return rows.at(slot)
          },
        }
        const source = { type: { ...type, readerOf: readerOfPath }, set: 'users', rows: counted }
        await findPage(source, { filter, order: [], isCounted: true }, 10, undefined)
        return looks === records.length
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
