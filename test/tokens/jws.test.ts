// JSON Web Signatures: the vectors of the standards, another library as the judge, and what is no token at all.
import { constants, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify, SignJWT } from 'jose'
import t from 'tap'
import type { CompactJws } from '../../src/tokens/jws.ts'
import { parseJws, signRs256, verifyPs256, verifyRs256 } from '../../src/tokens/jws.ts'

/** RFC 7515, appendix A.2. */
const rfc7515 = {
  n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
  input:
    'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
  signature:
    'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw',
}

/** RFC 7520, section 4.1. Its payload is a sentence, so it is no token. */
const rfc7520 = {
  n: 'n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw',
  input:
    'eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4',
  signature:
    'MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi84wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg',
}

const publicKeyOf = (n: string) =>
  createPublicKey({ key: { kty: 'RSA', n, e: 'AQAB' }, format: 'jwk' })

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

function parsed(text: string): CompactJws {
  const jws = parseJws(text)
  if (jws === undefined) throw new Error(`This is no token: ${text}`)
  return jws
}

t.test('the example of RFC 7515, A.2', async t => {
  const jws = parsed(`${rfc7515.input}.${rfc7515.signature}`)

  t.test('is read as it is written', async t => {
    t.same(jws.header, { alg: 'RS256' })
    t.same(jws.payload, { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true })
    t.equal(jws.signingInput, rfc7515.input)
    t.equal(jws.signature.toString('base64url'), rfc7515.signature)
  })

  t.test('verifies with its key, and with no other', async t => {
    t.equal(verifyRs256(jws, publicKeyOf(rfc7515.n)), true)
    t.equal(verifyRs256(jws, publicKeyOf(rfc7520.n)), false)
    t.equal(verifyRs256(jws, publicKey), false)
  })

  t.test('verifies no more with any one bit of the signature turned', async t => {
    const key = publicKeyOf(rfc7515.n)
    for (let bit = 0; bit < jws.signature.length * 8; bit += 7) {
      const signature = Buffer.from(jws.signature)
      signature.writeUInt8(signature.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      if (verifyRs256({ ...jws, signature }, key)) t.fail(`bit ${bit}`)
    }
  })

  t.test('verifies no more with a signature of another length', async t => {
    const key = publicKeyOf(rfc7515.n)
    const zero = Buffer.alloc(1)
    const lengths = [[], [zero, jws.signature], [jws.signature, zero], [jws.signature.subarray(1)]]
    for (const parts of lengths)
      t.equal(verifyRs256({ ...jws, signature: Buffer.concat(parts) }, key), false)
  })
})

t.test('the example of RFC 7520, 4.1', async t => {
  const jws = {
    header: {},
    payload: {},
    signingInput: rfc7520.input,
    signature: Buffer.from(rfc7520.signature, 'base64url'),
  }
  t.equal(verifyRs256(jws, publicKeyOf(rfc7520.n)), true)
  t.equal(verifyRs256(jws, publicKeyOf(rfc7515.n)), false)
  t.equal(parseJws(`${rfc7520.input}.${rfc7520.signature}`), undefined, 'which is no token')
})

t.test('a signed token', async t => {
  const header = { typ: 'JWT', alg: 'RS256', kid: 'k' }
  const payloads = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { maxKeys: 4 })

  t.test('is what another library makes of the same', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async payload => {
        fc.pre(!('__proto__' in payload) || !Object.hasOwn(payload, '__proto__'))
        const theirs = new SignJWT({ n: 1 }).setProtectedHeader(header).sign(privateKey)
        const ours = signRs256(header, { n: 1 }, privateKey)
        const { payload: verified } = await compactVerify(
          signRs256(header, payload, privateKey),
          publicKey,
          { algorithms: ['RS256'] },
        )
        return (
          ours === (await theirs) &&
          Buffer.from(verified).equals(Buffer.from(JSON.stringify(payload)))
        )
      }),
      { numRuns: 20 },
    )
  })

  t.test('is read back, and verifies', async () => {
    fc.assert(
      fc.property(payloads, payload => {
        const jws = parsed(signRs256(header, payload, privateKey))
        return (
          JSON.stringify(jws.payload) === JSON.stringify(JSON.parse(JSON.stringify(payload))) &&
          verifyRs256(jws, publicKey)
        )
      }),
      { numRuns: 20 },
    )
  })
})

t.test('a PS256 signature', async t => {
  const jws = parsed(
    await new SignJWT({ n: 1 }).setProtectedHeader({ alg: 'PS256' }).sign(privateKey),
  )

  t.test('of another library verifies with its key, and with no other', async t => {
    t.equal(verifyPs256(jws, publicKey), true)
    t.equal(verifyPs256(jws, publicKeyOf(rfc7515.n)), false)
    t.equal(verifyPs256({ ...jws, signingInput: `${jws.signingInput} ` }, publicKey), false)
  })

  t.test('is no RS256 signature, nor the other way round', async t => {
    t.equal(verifyRs256(jws, publicKey), false)
    t.equal(verifyPs256(parsed(signRs256({}, {}, privateKey)), publicKey), false)
  })

  t.test('has a salt as long as its hash', async t => {
    const padding = constants.RSA_PKCS1_PSS_PADDING
    for (const saltLength of [0, 20, 31, 32, 33, 64]) {
      const key = { key: privateKey, padding, saltLength }
      const signature = sign('sha256', Buffer.from(jws.signingInput), key)
      t.equal(verifyPs256({ ...jws, signature }, publicKey), saltLength === 32, `${saltLength}`)
    }
  })

  t.test('verifies no more with another length', async t => {
    for (const signature of [
      Buffer.alloc(0),
      Buffer.concat([Buffer.alloc(1), jws.signature]),
      Buffer.concat([jws.signature, Buffer.alloc(1)]),
      jws.signature.subarray(1),
    ])
      t.equal(verifyPs256({ ...jws, signature }, publicKey), false)
  })

  t.test('verifies no more without the zero byte that it begins with', async t => {
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    // The salt is drawn anew each time, so one signature in 256 begins so.
    let signature = jws.signature
    while (signature[0] !== 0)
      signature = sign('sha256', Buffer.from(jws.signingInput), { key: privateKey, ...padding })
    t.equal(verifyPs256({ ...jws, signature }, publicKey), true)
    t.equal(verifyPs256({ ...jws, signature: signature.subarray(1) }, publicKey), false)
  })
})

t.test('a text that is no token', async t => {
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const object = part('{}')
  const refused: Readonly<Record<string, string>> = {
    nothing: '',
    'one part': object,
    'two parts': `${object}.${object}`,
    'four parts': `${object}.${object}.AA.`,
    'five parts': `${object}.AA.AA.AA.AA`,
    'no header': `.${object}.AA`,
    'no payload': `${object}..AA`,
    'a header that is a list': `${part('[]')}.${object}.AA`,
    'a header that is null': `${part('null')}.${object}.AA`,
    'a header that is a string': `${part('"{}"')}.${object}.AA`,
    'a header that is cut': `${part('{"a":1')}.${object}.AA`,
    'a header that is not encoded': `{}.${object}.AA`,
    'a payload that is a list': `${object}.${part('[]')}.AA`,
    'a payload that is null': `${object}.${part('null')}.AA`,
    'a payload that is a number': `${object}.${part('1')}.AA`,
    'a payload with text behind it': `${object}.${part('{} {}')}.AA`,
  }
  for (const [title, text] of Object.entries(refused)) {
    t.test(`is refused: ${title}`, async t => t.equal(parseJws(text), undefined))
  }

  t.test('is refused whatever it is, and never thrown at', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const jws = parseJws(text)
        return jws === undefined || text.split('.').length === 3
      }),
      { numRuns: 1000, examples: [['..'], ['.'.repeat(10_000)]] },
    )
  })
})

t.test('the spelling of a part', async t => {
  const good = '{"a":">>>???"}'
  const encoded = Buffer.from(good).toString('base64url')
  const standard = Buffer.from(good).toString('base64')
  /** The same bytes, or nearly, in every spelling but the one of base64url. */
  const spellings = {
    padded: `${encoded}=`,
    'in the alphabet of plain base64': standard,
    'with a space behind it': `${encoded} `,
    'with a line break inside': `${encoded.slice(0, 4)}\r\n${encoded.slice(4)}`,
    'with a stranger inside': `${encoded.slice(0, 4)}*${encoded.slice(4)}`,
    'with bits left over': `${encoded.slice(0, -1)}1`,
    'a character too long': `${encoded}AA`,
  }

  t.test('is the canonical one', async t => {
    t.not(encoded, standard)
    t.equal(encoded.at(-1), '0', 'the last two bits of which are zero')
    t.ok(parseJws(`${encoded}.${encoded}.${encoded}`))
    t.ok(parseJws(`${encoded}.${encoded}.`), 'an empty signature is one')
  })

  for (const [title, spelling] of Object.entries(spellings)) {
    t.test(`is no other in the signature: ${title}`, async t => {
      t.equal(parseJws(`${encoded}.${encoded}.${spelling}`), undefined)
    })
    t.test(`is no other in header and payload: ${title}`, async t => {
      t.equal(parseJws(`${spelling}.${encoded}.${encoded}`), undefined)
      t.equal(parseJws(`${encoded}.${spelling}.${encoded}`), undefined)
    })
  }
})
