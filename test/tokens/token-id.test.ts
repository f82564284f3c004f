// The moment of issue inside a token's `uti`, which `iat` in whole seconds cannot hold.
import fc from 'fast-check'
import t from 'tap'
import { encodeTokenId, issuedMark } from '../../src/tokens/token-id.ts'

/** As far as six bytes reach, and the instants that a date can hold. */
const marks = fc.record({
  at: fc.integer({ min: 0, max: 253_402_300_799_999 }),
  position: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
})
const random = fc.uint8Array({ minLength: 4, maxLength: 32 })
const seconds = fc.integer({ min: 0, max: 253_402_300_799 })

t.test('the moment of issue', async t => {
  t.test('comes back to the millisecond and to the place in the log', async () => {
    fc.assert(
      fc.property(marks, random, (mark, random) => {
        const uti = encodeTokenId(mark, random)
        const { at, position } = issuedMark({ uti, iat: Math.floor(mark.at / 1000) })
        return /^[\w-]{22}$/.test(uti) && at === mark.at && position === mark.position
      }),
    )
  })

  t.test('is the beginning of the second of an iat that says otherwise', async () => {
    fc.assert(
      fc.property(marks, random, seconds, (mark, random, iat) => {
        fc.pre(iat !== Math.floor(mark.at / 1000))
        const { at, position } = issuedMark({ uti: encodeTokenId(mark, random), iat })
        return at === iat * 1000 && position === 0
      }),
    )
  })

  t.test('is that too where the uti is none of ours, whatever it is', async t => {
    const strangers = fc.oneof(fc.string({ unit: 'grapheme' }), fc.jsonValue(), fc.base64String())
    fc.assert(
      fc.property(strangers, seconds, (uti, iat) => {
        const { at } = issuedMark({ uti, iat })
        return Math.floor(at / 1000) === iat
      }),
    )
    t.same(issuedMark({ iat: 7 }), { at: 7000, position: 0 })
  })

  t.test('is the beginning of time without an iat', async t => {
    for (const iat of [undefined, null, '7', {}])
      t.same(issuedMark({ iat }), { at: 0, position: 0 })
  })

  t.test('is not all of the uti: two tokens of one moment differ', async t => {
    const mark = { at: 1, position: 1 }
    t.not(encodeTokenId(mark, Buffer.from('aaaa')), encodeTokenId(mark, Buffer.from('aaab')))
  })
})
