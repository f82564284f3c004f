// The $search language of users: what is found, and what cannot be looked for.
import fc from 'fast-check'
import t from 'tap'
import { ODataError } from '../../../src/graph/odata/errors.ts'
import { compileSearch } from '../../../src/graph/odata/search.ts'
import { wordsOf } from '../../../src/graph/odata/search-words.ts'
import type { Entity } from './apply-filter.ts'
import { shape, type } from './apply-filter.ts'

const finds = (search: string, entity: Entity) =>
  compileSearch<Entity>(search, type, shape).matches(entity)

function refusal(search: string): ODataError | undefined {
  try {
    compileSearch(search, type, shape)
  } catch (error) {
    if (error instanceof ODataError) return error
    throw error
  }
  return undefined
}

t.test('the words of a text', async t => {
  const words: readonly (readonly [string, readonly string[]])[] = [
    ['hello world', ['hello', 'world']],
    ['HelloWorld', ['hello', 'world']],
    ['helloWORLD', ['hello', 'world']],
    ['HELLOworld', ['helloworld']],
    ['HelloWORld', ['hello', 'world']],
    ['hello.world', ['hello', '.', 'world']],
    ['hello123world', ['hello', '123', 'world']],
    ['李四(David Li)', ['李四', '(', 'david', 'li', ')']],
    ['  ', []],
  ]
  for (const [text, expected] of words) t.same(wordsOf(text), expected, text)
})

t.test('a search', async t => {
  const named = (displayName: string) => ({ displayName, mail: 'Ada@contoso.com' })
  const found: readonly (readonly [string, string])[] = [
    ['"displayName:wa"', 'Oscar Ward'],
    ['"displayName:WARD oscar"', 'Oscar Ward'],
    ['"DisplayName: ward"', 'Oscar Ward'],
    ['"displayName:OneVideo"', 'Video for one'],
    ['"displayName:helloworld"', 'hello-world'],
    ['"displayName:helloworld"', 'x hello.world'],
    ['"displayName:hello.world"', 'hello.world'],
    ['"displayName:David)"', '李四(David Li)'],
    ['"displayName:(李四"', '李四(David Li)'],
    ['"displayName:Li 李"', '李四(David Li)'],
    ['"displayName:a\\"b"', 'a "b"'],
    ['"displayName:a\\\\b"', 'a\\b'],
    ['"displayName:"', 'anybody'],
    ['"displayName:wa" AND "mail:ADA@"', 'Oscar Ward'],
    ['"displayName:zz" OR "mail:ada"', 'Oscar Ward'],
    ['"displayName:zz" AND "mail:zz" OR "mail:ada"', 'Oscar Ward'],
    ['("displayName:zz" OR "displayName:wa") AND ("mail:ada")', 'Oscar Ward'],
  ]
  for (const [search, name] of found) t.ok(finds(search, named(name)), `${search} finds ${name}`)
  const passedOver: readonly (readonly [string, string])[] = [
    ['"displayName:ard"', 'Oscar Ward'],
    ['"displayName:wa zz"', 'Oscar Ward'],
    ['"displayName:helloworld"', 'hello world'],
    ['"displayName:hello.world"', 'helloworld'],
    ['"mail:contoso"', 'Oscar Ward'],
    ['"displayName:wa" AND "mail:zz"', 'Oscar Ward'],
    ['"mail:zz" AND ("mail:ada" OR "displayName:wa")', 'Oscar Ward'],
  ]
  for (const [search, name] of passedOver)
    t.notOk(finds(search, named(name)), `${search} passes over ${name}`)
  t.notOk(finds('"displayName:"', { displayName: null }), 'null is found by nothing')

  t.test('finds a name by all of its words, in any order and any case', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'Ab', 'é', '1', '.'), minLength: 1 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), words => {
        const name = words.join(' ')
        const search = `"displayName:${[...words].reverse().join(' ')}"`
        return (
          finds(search, { displayName: name }) &&
          finds(search.replaceAll('A', 'a'), { displayName: name.replaceAll('A', 'a') })
        )
      }),
    )
  })
})

t.test('a search that cannot be made', async t => {
  const refused = {
    syntax: [
      '',
      ' ',
      '"displayName:a',
      'displayName:a',
      '"displayName:a" "mail:b"',
      '"displayName:a" AND',
      'AND "displayName:a"',
      '"displayName:a" and "mail:b"',
      '("displayName:a"',
      '"displayName:a")',
      "'displayName:a'",
      '1',
      '"nickname:a" OR',
    ],
    unsupported: ['wa', 'NOT "displayName:a"'.slice(0, 3), '"wa"', '""'],
    unknownProperty: ['"nickname:a"', '":a"', '"constructor:a"'],
    searchProperty: [
      '"accountEnabled:true"',
      '"id:6"',
      '"aboutMe:a"',
      '"otherMails:a"',
      '"otherMails/any:a"',
      '"signInSessionsValidFromDateTime:2024"',
    ],
    tooComplex: [
      `"displayName:${'x'.repeat(8192)}"`,
      Array(600).fill('"mail:a"').join(' OR '),
      `${'('.repeat(65)}"mail:a"${')'.repeat(65)}`,
    ],
  }
  for (const [kind, searches] of Object.entries(refused)) {
    for (const search of searches)
      t.equal(refusal(search)?.kind, kind, `is ${kind}: ${search.slice(0, 60)}`)
  }

  t.test('names the character that is out of place', async t => {
    t.equal(
      refusal('displayName:aname')?.detail,
      "Syntax error: character ':' is not valid at position 11 in 'displayName:aname'.",
    )
    t.equal(refusal('*')?.detail, "Syntax error: character '*' is not valid at position 0 in '*'.")
  })

  t.test('is refused with an ODataError, whatever the text', async () => {
    const fragment = fc.constantFrom(
      ...['"', '\\', ' ', '(', ')', 'AND', 'OR', 'NOT', ':', 'displayName:', "'", '1', '\u0000'],
    )
    const soup = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), text => {
        const error = refusal(text)
        return error === undefined || error.detail.length > 0
      }),
      { seed: 1, numRuns: 3000 },
    )
  })
})
