// Client assertions changed at random: none is accepted any more, and nothing is thrown.
import fc from 'fast-check'
import t from 'tap'
import {
  ada,
  assertion,
  bob,
  CLIENT_ID,
  claims,
  forged,
  NOON,
  ps256,
  rs256,
  TOKEN_ENDPOINT,
  verify,
} from '../support/client-assertions.ts'

t.test('a changed client assertion', async t => {
  const texts = [await assertion(rs256), await assertion(ps256)]
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const characters = fc.oneof(
    fc.constantFrom(...alphabet, '.', '=', '+', '/', ' ', '\n', '\0'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  const refusals: readonly unknown[] = ['malformed', 'unknownCertificate', 'signature']
  const isRefused = (text: string) => refusals.includes(verify(text))
  /** One of the assertions, and a place in one of its parts; in each part as often as in the others. */
  const places = fc
    .record({ text: fc.constantFrom(...texts), part: fc.nat(2), at: fc.nat(1000) })
    .map(({ text, part, at }) => {
      const parts = text.split('.')
      const start = parts.slice(0, part).join('.').length + (part === 0 ? 0 : 1)
      return { text, at: start + (at % (parts[part]?.length ?? 1)) }
    })

  t.test('was accepted before', async t => {
    for (const text of texts) t.equal(verify(text), undefined)
  })

  t.test('is refused with a character of any part replaced', async () => {
    fc.assert(
      fc.property(places, characters, ({ text, at }, character) => {
        fc.pre(text[at] !== character)
        return isRefused(text.slice(0, at) + character + text.slice(at + 1))
      }),
      { numRuns: 1000 },
    )
  })

  t.test('is refused with characters added to any part, or taken out of it', async () => {
    fc.assert(
      fc.property(places, characters, fc.nat(8), ({ text, at }, character, length) => {
        const added = text.slice(0, at) + character + text.slice(at)
        const taken = text.slice(0, at) + text.slice(at + length + 1)
        return isRefused(added) && isRefused(taken)
      }),
      { numRuns: 1000 },
    )
  })

  t.test('is refused with any other last character of a part', async t => {
    for (const text of texts) {
      for (const end of [text.indexOf('.'), text.lastIndexOf('.'), text.length]) {
        for (const character of alphabet) {
          const changed = text.slice(0, end - 1) + character + text.slice(end)
          if (changed !== text && !isRefused(changed)) t.fail(`${character} at ${end - 1}`)
        }
      }
    }
  })

  t.test('is refused with any bit of the signature turned', async () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(256 * 8 - 1), (text, bit) => {
        const start = text.lastIndexOf('.') + 1
        const signature = Buffer.from(text.slice(start), 'base64url')
        signature.writeUInt8(signature.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        return verify(text.slice(0, start) + signature.toString('base64url')) === 'signature'
      }),
      { numRuns: 300 },
    )
  })

  t.test('is refused with any other claims or header in the place of its own', async () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 })
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    fc.assert(
      fc.property(fc.constantFrom(...texts), objects, (text, members) => {
        const [header = '', payload = '', signature = ''] = text.split('.')
        fc.pre(Object.keys(members).length > 0)
        return (
          isRefused(`${encode({ ...rs256, ...members })}.${payload}.${signature}`) &&
          isRefused(`${header}.${encode({ ...claims, ...members })}.${signature}`)
        )
      }),
    )
  })

  t.test('is refused with parts of the other', async t => {
    const [[a, b, c] = [], [d, , f] = []] = texts.map(text => text.split('.'))
    for (const parts of [
      [d, b, c],
      [a, b, f],
      [b, a, c],
      [a, a, c],
      [a, c, b],
    ])
      t.ok(isRefused(parts.join('.')))
  })

  t.test('is never thrown at, whatever it is', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => verify(text) === 'malformed'),
      { numRuns: 1000, examples: [['..'], ['.'.repeat(10_000)]] },
    )
    const values = fc.dictionary(
      fc.constantFrom('alg', 'x5t', 'x5t#S256', 'iss', 'sub', 'aud', 'exp', 'nbf', '__proto__'),
      fc.oneof(fc.jsonValue(), fc.constantFrom('RS256', ada.x5t, CLIENT_ID, TOKEN_ENDPOINT, NOON)),
    )
    fc.assert(
      fc.property(values, values, (header, payload) => {
        const text = forged({ ...rs256, ...header }, { ...claims, ...payload }, bob)
        return isRefused(text)
      }),
    )
  })
})
