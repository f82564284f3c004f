// The $filter language at its edges: the largest filters, and filters made at random.
import fc from 'fast-check'
import t from 'tap'
import { keeps, refusal } from './apply-filter.ts'
import { aModel, aUser, holds, print } from './filter-model.ts'

t.test('the size of a filter', async t => {
  const condition = 'accountEnabled eq true'
  const nested = (depth: number) => `${'('.repeat(depth)}${condition}${')'.repeat(depth)}`
  const list = (members: number) => `id in (${Array(members).fill("''").join()})`

  t.test('is accepted up to each limit and refused past it', async t => {
    t.equal(refusal(nested(64)), undefined)
    t.equal(refusal(nested(65))?.kind, 'tooComplex')
    t.equal(refusal(list(511)), undefined)
    t.equal(refusal(list(512))?.kind, 'tooComplex')
    t.equal(refusal(condition.padEnd(8192)), undefined)
    t.equal(refusal(condition.padEnd(8193))?.kind, 'tooComplex')
  })

  t.test('counts every condition, connective and negation', async t => {
    const terms = (count: number) => Array(count).fill("id eq ''").join(' or ')
    t.equal(refusal(terms(511)), undefined)
    t.equal(refusal(terms(512))?.kind, 'tooComplex')
    t.equal(refusal(`not (${terms(511)})`)?.kind, 'tooComplex')
  })

  t.test('has the depth of its deepest part, not the sum of all', async t => {
    t.equal(refusal(Array(100).fill(nested(2)).join(' or ')), undefined)
  })

  t.test('is no reason to overlook a mistake in the grammar', async t => {
    t.equal(refusal(`${list(512)} and`)?.kind, 'syntax')
  })

  t.test('never exhausts the stack, whatever is nested', async t => {
    for (const opening of "(|not |NOT(|startsWith(|x/any(y:|f(1,|x in (|'a".split('|')) {
      const filter = opening.repeat(Math.floor(8192 / opening.length))
      t.match(refusal(filter)?.kind, /^(tooComplex|syntax)$/, opening)
    }
    t.equal(refusal('('.repeat(10_000_000))?.kind, 'tooComplex')
  })

  t.test('refuses a long run of any one token', async t => {
    for (const token of "'|/|x/|-|1|1-|x.| |,|x eq |1 add |a in x ".split('|')) {
      t.ok(refusal(token.repeat(Math.floor(8192 / token.length))), token)
    }
  })
})

t.test('any filter', async t => {
  t.test('means what a naive reading of its tree means', async () => {
    fc.assert(
      fc.property(
        aModel,
        aUser,
        (node, entity) => keeps(print(node), entity) === holds(node, entity),
      ),
      { numRuns: 2000 },
    )
  })

  t.test('is read the same whatever the case of its operators', async () => {
    const shouted = (filter: string) =>
      filter.replace(/'(?:[^']|'')*'|\b(?:and|or|not|in|eq|ne|ge|le|\w+With)\b/g, part =>
        part.startsWith("'") ? part : part.toUpperCase(),
      )
    fc.assert(
      fc.property(
        aModel,
        aUser,
        (node, entity) => keeps(shouted(print(node)), entity) === holds(node, entity),
      ),
    )
  })

  t.test('is applied or refused with an ODataError, whatever the text', async () => {
    const fragment = fc.constantFrom(
      ..."'|(|)|,|/|:| | eq | in | and | or |not |displayName|any|null|true|1|-".split('|'),
      ...['2024-03-01', 'T12:00:00Z', "'x'", 'startsWith', '\u0000', 'accountEnabled'],
    )
    const soup = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), fc.boolean(), (text, advanced) => {
        const error = refusal(text, advanced)
        return error === undefined || error.detail.length > 0
      }),
      { numRuns: 5000 },
    )
  })
})
