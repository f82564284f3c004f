// Client assertions that prove nothing: one for every way in which they can be refused.
import { sign } from 'node:crypto'
import t from 'tap'
import {
  ada,
  assertion,
  bob,
  CLIENT_ID,
  claims,
  forged,
  holderOf,
  NOON,
  ps256,
  rs256,
  SKEW,
  TOKEN_ENDPOINT,
  verify,
} from '../support/client-assertions.ts'
import { ellipticCertificate } from '../support/elliptic-certificate.ts'

t.test('a client assertion that proves nothing', async t => {
  const elliptic = await ellipticCertificate()
  const ecdsa = holderOf(elliptic.privateKey, elliptic.certificate)
  const [encodedHeader, encodedClaims, signature] = (await assertion(rs256)).split('.')
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const pss = (saltLength: number) => {
    const input = `${encode(ps256)}.${encode(claims)}`
    const key = { key: ada.privateKey, padding: 6, saltLength }
    return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
  }
  const hmacKey = Buffer.from(ada.pem)

  const refused: Readonly<Record<string, Readonly<Record<string, string | Promise<string>>>>> = {
    malformed: {
      'no text': '',
      'no JSON Web Signature': 'opaque',
      'two parts': `${encodedHeader}.${encodedClaims}`,
      'four parts': `${encodedHeader}.${encodedClaims}.${signature}.`,
      'a header that is a list': forged('[]'),
      'a payload that is a list': forged(rs256, '[]'),
      'alg none': `${encode({ ...rs256, alg: 'none' })}.${encodedClaims}.`,
      'alg none and a signature': forged({ ...rs256, alg: 'none' }),
      'HS256 by the certificate': assertion({ ...rs256, alg: 'HS256' }, {}, hmacKey),
      RS384: assertion({ ...rs256, alg: 'RS384' }),
      RS512: assertion({ ...rs256, alg: 'RS512' }),
      PS384: assertion({ ...ps256, alg: 'PS384' }),
      PS512: assertion({ ...ps256, alg: 'PS512' }),
      'no alg': forged({ x5t: ada.x5t }),
      'alg in lower case': forged({ ...rs256, alg: 'rs256' }),
      'alg as a list': forged({ ...rs256, alg: ['RS256'] }),
      'alg as a name of every object': forged({ ...rs256, alg: 'constructor' }),
      'alg by prototype': forged(`{"__proto__":{"alg":"RS256"},"x5t":"${ada.x5t}"}`),
      'an extension that is critical': forged({ ...rs256, crit: ['exp'] }),
      'an empty list of critical extensions': forged({ ...rs256, crit: [] }),
      'no exp': assertion(rs256, { exp: undefined }),
      'exp that is null': assertion(rs256, { exp: null }),
      'exp in quotes': assertion(rs256, { exp: `${claims.exp}` }),
      'exp beyond all numbers': forged(
        rs256,
        JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999'),
      ),
      'nbf that is null': assertion(rs256, { nbf: null }),
      'nbf in quotes': assertion(rs256, { nbf: `${NOON}` }),
      'nbf below all numbers': forged(
        rs256,
        JSON.stringify(claims).replace(/"nbf":\d+/, '"nbf":-1e999'),
      ),
    },
    unknownCertificate: {
      'no thumbprint': assertion({ alg: 'RS256' }),
      'the thumbprint as kid alone': assertion({ alg: 'RS256', kid: ada.x5t }),
      'another thumbprint': assertion({ ...rs256, x5t: bob.x5t }),
      'another SHA-256 thumbprint': assertion({ ...ps256, 'x5t#S256': bob.x5tS256 }),
      'a thumbprint of each of two certificates': assertion({ ...rs256, 'x5t#S256': bob.x5tS256 }),
      'the SHA-256 thumbprint of another beside ours': assertion({ ...ps256, x5t: bob.x5t }),
      'the SHA-256 thumbprint as x5t': assertion({ alg: 'RS256', x5t: ada.x5tS256 }),
      'the SHA-1 thumbprint as x5t#S256': assertion({ alg: 'RS256', 'x5t#S256': ada.x5t }),
      'a padded thumbprint': assertion({ ...rs256, x5t: `${ada.x5t}=` }),
      'a thumbprint with a space': assertion({ ...rs256, x5t: `${ada.x5t} ` }),
      'an empty thumbprint': assertion({ ...rs256, x5t: '' }),
      'a thumbprint that is a list': forged({ ...rs256, x5t: [ada.x5t] }),
      'a thumbprint that is null': forged({ ...rs256, x5t: null }),
      'a certificate it brings along': assertion(
        { ...rs256, x5t: bob.x5t, x5c: [bob.pem.replace(/-.*-|\n/g, '')] },
        {},
        bob.privateKey,
      ),
    },
    signature: {
      'no signature': `${encodedHeader}.${encodedClaims}.`,
      'a signature of zeros': `${encodedHeader}.${encodedClaims}.${'A'.repeat(342)}`,
      "another assertion's signature": `${encodedHeader}.${encode({ ...claims, exp: NOON })}.${signature}`,
      'the signature of another key': assertion(rs256, {}, bob.privateKey),
      'the signature of another key, in PS256': assertion(ps256, {}, bob.privateKey),
      'the signature of a key it brings along': assertion(
        { ...rs256, x5c: [bob.pem.replace(/-.*-|\n/g, '')] },
        {},
        bob.privateKey,
      ),
      'RS256, called PS256': forged(ps256),
      'PS256, called RS256': pss(32).replace(/^[^.]+/, encode(rs256)),
      'PS256 with no salt': pss(0),
      'PS256 with a salt that is too long': pss(64),
      'other claims that would be refused as well': assertion(
        rs256,
        { sub: 'x', aud: 'x', exp: 0 },
        bob.privateKey,
      ),
    },
    subject: {
      'another issuer': assertion(rs256, { iss: 'x' }),
      'another subject': assertion(rs256, { sub: 'x' }),
      'no issuer': assertion(rs256, { iss: undefined }),
      'no subject': assertion(rs256, { sub: undefined }),
      'a subject that is a list': assertion(rs256, { sub: [CLIENT_ID] }),
      'another subject, another audience, and no time left': assertion(rs256, {
        sub: 'x',
        aud: 'x',
        exp: 0,
      }),
    },
    audience: {
      'another audience': assertion(rs256, { aud: 'https://login.microsoftonline.com/other' }),
      'no audience': assertion(rs256, { aud: undefined }),
      'an audience that is null': assertion(rs256, { aud: null }),
      'an empty list of audiences': assertion(rs256, { aud: [] }),
      'several other audiences': assertion(rs256, { aud: ['x', 'y'] }),
      'a list in a list': assertion(rs256, { aud: [[TOKEN_ENDPOINT]] }),
      'an audience that begins like ours': assertion(rs256, { aud: `${TOKEN_ENDPOINT}/` }),
      'another audience and no time left': assertion(rs256, { aud: 'x', exp: 0 }),
    },
    expired: {
      'no time left': assertion(rs256, { exp: NOON - SKEW }),
      'no time ever': assertion(ps256, { exp: -1e300, nbf: -1e300 }),
    },
    notYetValid: {
      'time to come': assertion(rs256, { nbf: NOON + SKEW + 1 }),
      'time that never comes': assertion(ps256, { nbf: 1e300, exp: 1e300 }),
    },
  }

  for (const [refusal, assertions] of Object.entries(refused)) {
    for (const [title, text] of Object.entries(assertions)) {
      t.test(`is refused as ${refusal}: ${title}`, async t => t.equal(verify(await text), refusal))
    }
  }

  t.test('is refused when nothing is registered or accepted', async t => {
    const text = await assertion(rs256)
    t.equal(verify(text, { certificates: [] }), 'unknownCertificate')
    t.equal(verify(text, { certificates: [bob.pem] }), 'unknownCertificate')
    t.equal(verify(text, { audiences: [] }), 'audience')
    t.equal(verify(text, { clientId: 'x' }), 'subject')
  })

  t.test('is refused when its certificate has a key that is no RSA key', async t => {
    for (const header of [rs256, ps256]) {
      const named = { alg: header.alg, x5t: ecdsa.x5t }
      t.equal(verify(forged(named, claims, ecdsa), { certificates: [ecdsa.pem] }), 'signature')
    }
    const named = { alg: 'ES256', x5t: ecdsa.x5t }
    const text = await assertion(named, {}, ecdsa.privateKey)
    t.equal(verify(text, { certificates: [ecdsa.pem] }), 'malformed')
  })

  t.test('is not judged by what is no certificate', async t => {
    const text = await assertion(rs256)
    t.throws(() => verify(text, { certificates: ['opaque'] }))
  })
})
