// Sealed credentials: only this seal opens them, only as what they are, and only unchanged.
import fc from 'fast-check'
import t from 'tap'
import { randomIds, seededIds } from '../../src/ids.ts'
import type { SealedKind } from '../../src/tokens/credentials.ts'
import { Seal } from '../../src/tokens/seal.ts'

const kinds: readonly SealedKind[] = [
  'authorizationCode',
  'refreshToken',
  'session',
  'deviceCode',
  'interaction',
]
const contents = { tenantId: 'tenant', userCode: 'ABCDEFGHJ' }
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const isRefused = (opened: unknown) => opened === 'malformed' || opened === 'foreign'

t.test('a sealed value', async t => {
  const seal = new Seal(randomIds)
  const sealed = seal.seal('deviceCode', contents)

  t.test('opens to what was sealed', async t => {
    t.same(seal.open('deviceCode', sealed), contents)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (tenantId, userCode) => {
          const opened = seal.open('deviceCode', seal.seal('deviceCode', { tenantId, userCode }))
          return !isRefused(opened) && Object(opened).userCode === userCode
        },
      ),
    )
  })

  t.test('can stand in an address, a form, a header and a cookie as it is', async t => {
    t.match(sealed, /^1\.[\w-]+$/)
    const long = seal.seal('deviceCode', { ...contents, userCode: 'x'.repeat(10_000) })
    t.match(long, /^1\.[\w-]{13000,}$/)
  })

  t.test('shows nothing of what it holds, not even that two hold the same', async t => {
    const bytes = Buffer.from(sealed.slice(2), 'base64url')
    t.notMatch(bytes.toString('latin1'), contents.userCode)
    t.not(seal.seal('deviceCode', contents), sealed)
  })

  t.test('is of one kind, and foreign as any other', async t => {
    for (const kind of kinds)
      t.same(seal.open(kind, sealed), kind === 'deviceCode' ? contents : 'foreign', kind)
  })

  t.test('is foreign to every other seal', async t => {
    t.equal(new Seal(randomIds).open('deviceCode', sealed), 'foreign')
  })

  t.test('is refused with any one letter changed to any other', async t => {
    const passed: string[] = []
    for (let index = 0; index < sealed.length; index += 1)
      for (const letter of ALPHABET) {
        const changed = sealed.slice(0, index) + letter + sealed.slice(index + 1)
        if (changed !== sealed && !isRefused(seal.open('deviceCode', changed))) passed.push(changed)
      }
    t.same(passed, [])
  })

  t.test('is refused cut anywhere, or with anything added', async t => {
    for (let length = 0; length < sealed.length; length += 1) {
      t.ok(isRefused(seal.open('deviceCode', sealed.slice(0, length))))
      t.ok(isRefused(seal.open('deviceCode', sealed.slice(length + 1))))
    }
    for (const added of ['A', 'AA', 'AAA', 'AAAA', '=', '==', '.', ' ', '\n', sealed])
      t.ok(isRefused(seal.open('deviceCode', sealed + added)), JSON.stringify(added))
  })

  t.test('has one spelling: whatever else decodes to the same is malformed', async t => {
    const values = ['', 'a', 'ab'].map(userCode =>
      seal.seal('deviceCode', { ...contents, userCode }),
    )
    for (const value of values) {
      const bytes = Buffer.from(value.slice(2), 'base64url')
      const last = ALPHABET.indexOf(value.at(-1) ?? '')
      const spellings = [1, 2, 3]
        .map(bits => `${value.slice(0, -1)}${ALPHABET.charAt(last ^ bits)}`)
        .filter(other => Buffer.from(other.slice(2), 'base64url').equals(bytes))
      for (const other of spellings) t.equal(seal.open('deviceCode', other), 'malformed')
      for (const other of [`${value}=`, value.replaceAll('-', '+').replaceAll('_', '/')])
        if (other !== value) t.equal(seal.open('deviceCode', other), 'malformed')
    }
  })
})

t.test('what was never sealed', async t => {
  const seal = new Seal(randomIds)

  for (const text of [
    '',
    '1',
    '1.',
    '.',
    '2.AAAA',
    'AAAA',
    '1.AAAA',
    '1.A+A/',
    '1.AAAA=',
    '1. A',
    '1.é',
    ` 1.${'A'.repeat(80)}`,
  ]) {
    t.test(`is malformed: '${text.slice(0, 20)}'`, async t => {
      t.equal(seal.open('deviceCode', text), 'malformed')
    })
  }

  t.test('is foreign when it looks like a sealed value', async t => {
    for (const letters of [40, 80, 4000])
      t.equal(seal.open('deviceCode', `1.${'A'.repeat(letters)}`), 'foreign')
  })

  t.test('is refused without fail, whatever it is', async t => {
    fc.assert(fc.property(fc.string(), text => isRefused(seal.open('session', text))))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes =>
        isRefused(seal.open('session', `1.${Buffer.from(bytes).toString('base64url')}`)),
      ),
    )
    t.pass()
  })
})

t.test('a seed', async t => {
  t.test('settles the seal and all that it seals', async t => {
    const [one, two] = [new Seal(seededIds('s')), new Seal(seededIds('s'))]
    const sealed = one.seal('deviceCode', contents)
    t.equal(two.seal('deviceCode', contents), sealed)
    t.same(two.open('deviceCode', sealed), contents)
    t.equal(new Seal(seededIds('t')).open('deviceCode', sealed), 'foreign')
  })
})
