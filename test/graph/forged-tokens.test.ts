// Tokens that somebody else made, or changed: none of them is let in. They are forged with a general library, not with our own code.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import type { JWTHeaderParameters } from 'jose'
import { decodeJwt, decodeProtectedHeader, exportJWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import t from 'tap'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { TENANT_ID } from '../support/contoso.ts'
import { bareChallenge, errors, isError } from '../support/graph-errors.ts'
import { graph, NOON, signingKeys, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const request = { user: 'adele', scopes: ['User.Read'], capabilities: ['cp1'] }
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })

t.test('a token of the double itself', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('verifies as RS256 with the public key, by another library', async t => {
    const { publicKey, kid } = await signingKeys.ready()
    const token = await tokenFor(understudy, request)
    const { protectedHeader, payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS256'],
      issuer: `https://sts.windows.net/${TENANT_ID}/`,
      audience: 'https://graph.microsoft.com',
      typ: 'JWT',
      currentDate: NOON,
    })
    t.match(protectedHeader, { alg: 'RS256', typ: 'JWT', kid, x5t: kid, nonce: /^[\w-]{43}$/ })
    t.match(payload, { upn: 'adele@contoso.onmicrosoft.com', scp: 'User.Read' })
    await t.rejects(jwtVerify(token, foreign.publicKey, { currentDate: NOON }))
  })
})

t.test('a forged token', async t => {
  const { understudy } = await understudyAtNoon(t)
  const { publicKey, privateKey, kid } = await signingKeys.ready()
  const token = await tokenFor(understudy, request)
  const header = decodeProtectedHeader(token)
  const claims = decodeJwt(token)
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const pkcs1 = publicKey.export({ type: 'pkcs1', format: 'pem' })
  const jwk = await exportJWK(foreign.publicKey)
  const [encodedHeader, encodedClaims, signature] = token.split('.')

  const forge = (changes: Partial<JWTHeaderParameters>, key: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT(claims).setProtectedHeader({ ...header, alg: 'RS256', ...changes }).sign(key)
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  /** Signed by whatever means, under a header that says otherwise. */
  const mislabel = (signer: (input: Buffer) => Buffer, alg: unknown = 'RS256') => {
    const input = `${encode({ ...header, alg })}.${encodedClaims}`
    return `${input}.${signer(Buffer.from(input)).toString('base64url')}`
  }
  const hmac = (key: string | Buffer) => (input: Buffer) =>
    createHmac('sha256', key).update(input).digest()

  const forgeries: Readonly<Record<string, string | Promise<string>>> = {
    'alg none and no signature': new UnsecuredJWT(claims).encode(),
    'alg none and our kid': `${encode({ ...header, alg: 'none' })}.${encodedClaims}.`,
    'alg None and our signature': `${encode({ ...header, alg: 'None' })}.${encodedClaims}.${signature}`,
    'alg none with an embedded key': `${encode({ alg: 'none', kid, jwk })}.${encodedClaims}.AA`,
    'no alg': `${encode({ kid })}.${encodedClaims}.${signature}`,
    'alg in lower case': `${encode({ ...header, alg: 'rs256' })}.${encodedClaims}.${signature}`,
    'alg as a list': `${encode({ ...header, alg: ['RS256'] })}.${encodedClaims}.${signature}`,
    'no signature': `${encodedHeader}.${encodedClaims}.`,
    'a signature of nothing but zeros': `${encodedHeader}.${encodedClaims}.${'A'.repeat(342)}`,
    "another token's signature": tokenFor(understudy, request).then(
      other => `${encodedHeader}.${encodedClaims}.${other.split('.')[2]}`,
    ),
    'HS256 by the public key in PEM': forge({ alg: 'HS256' }, Buffer.from(pem)),
    'HS256 by the public key in PKCS#1': forge({ alg: 'HS256' }, Buffer.from(pkcs1)),
    'HS256 by the public key in DER': forge({ alg: 'HS256' }, der),
    'HS256 by the key id': forge({ alg: 'HS256' }, Buffer.from(kid)),
    'HMAC by the public key in PEM, called RS256': mislabel(hmac(pem.toString())),
    'HMAC by the public key in DER, called RS256': mislabel(hmac(der)),
    'a foreign key with our kid': forge({}, foreign.privateKey),
    'a foreign key with a kid of its own': forge({ kid: 'foreign' }, foreign.privateKey),
    'a foreign key that it brings along': forge({ jwk }, foreign.privateKey),
    'a foreign key that it brings along under no kid': new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', jwk })
      .sign(foreign.privateKey),
    'a foreign key found by jku': forge({ jku: 'https://evil.example/jwks' }, foreign.privateKey),
    'a foreign key found by x5u': forge({ x5u: 'https://evil.example/x5u' }, foreign.privateKey),
    'a foreign key in x5c': forge(
      { x5c: [foreign.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')] },
      foreign.privateKey,
    ),
    'our key under another kid': forge({ kid: 'other' }, privateKey),
    'our key under a path as kid': forge({ kid: '../../dev/null' }, privateKey),
    'our key under no kid': new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey),
    'our key and RS384': forge({ alg: 'RS384' }, privateKey),
    'our key and RS512': forge({ alg: 'RS512' }, privateKey),
    'our key and PS256': forge({ alg: 'PS256' }, privateKey),
    'our key and RSASSA-PSS, called RS256': mislabel(input =>
      sign('sha256', input, { key: privateKey, padding: 6, saltLength: 32 }),
    ),
    'our key and SHA-512, called RS256': mislabel(input => sign('sha512', input, privateKey)),
    'our key and SHA-1, called RS256': mislabel(input => sign('sha1', input, privateKey)),
    ...Object.fromEntries(
      ['none', 'HS256', 'RS384', 'PS256', 'rs256', '', null, ['RS256']].map(alg => [
        `our key and RS256, called ${JSON.stringify(alg)}`,
        mislabel(input => sign('sha256', input, privateKey), alg),
      ]),
    ),
    'other claims under our signature': `${encodedHeader}.${encode({ ...claims, scp: 'User.ReadWrite.All' })}.${signature}`,
    'another header under our signature': `${encode({ ...header, nonce: '' })}.${encodedClaims}.${signature}`,
  }

  for (const [title, forgery] of Object.entries(forgeries)) {
    t.test(`is refused: ${title}`, async t => {
      const reply = await graph(understudy, 'GET /v1.0/me', { token: await forgery })
      isError(t, reply, errors.signature)
      t.equal(reply.headers.get('www-authenticate'), bareChallenge)
    })
  }

  t.test('is refused by a double that has other keys', async t => {
    const { understudy: other } = await understudyAtNoon(t, { signingKeys: new SigningKeys() })
    const theirs = await tokenFor(other, request)
    t.equal((await graph(other, 'GET /v1.0/me', { token: theirs })).status, 200)
    isError(t, await graph(understudy, 'GET /v1.0/me', { token: theirs }), errors.signature)
    isError(t, await graph(other, 'GET /v1.0/me', { token }), errors.signature)
  })
})

t.test('a changed token', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, request)
  const call = async (changed: string) =>
    graph(understudy, 'GET /v1.0/me', { headers: { authorization: `Bearer ${changed}` } })
  const isRefused = async (changed: string) => {
    const { status, json } = await call(changed)
    return status === 401 && JSON.stringify(json).includes('"InvalidAuthenticationToken"')
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const characters = fc.constantFrom(...alphabet, '.', '=', '+', '/', '~', ' ', '\t', ',', '"')
  const positions = fc.integer({ min: 0, max: token.length - 1 })

  // Known to the cache from here on, which must not be what lets a changed one in.
  t.equal((await call(token)).status, 200)

  t.test('is refused with any single character replaced', async () => {
    await fc.assert(
      fc.asyncProperty(positions, characters, async (at, character) => {
        fc.pre(token[at] !== character)
        return isRefused(token.slice(0, at) + character + token.slice(at + 1))
      }),
      { numRuns: 200 },
    )
  })

  t.test('is refused with any other last character of each part', async t => {
    const ends = [token.indexOf('.'), token.lastIndexOf('.'), token.length]
    for (const end of ends) {
      for (const character of alphabet) {
        if (token[end - 1] === character) continue
        const changed = token.slice(0, end - 1) + character + token.slice(end)
        if (!(await isRefused(changed))) t.fail(`${character} at ${end - 1} is let in`)
      }
    }
  })

  t.test('is refused with any single character added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: token.length }), characters, async (at, added) => {
        fc.pre(at < token.length || !/\s/.test(added))
        return isRefused(token.slice(0, at) + added + token.slice(at))
      }),
      { numRuns: 100 },
    )
  })

  t.test('is refused wherever it is cut', async t => {
    const lengths = fc.integer({ min: 0, max: token.length - 1 })
    await fc.assert(
      fc.asyncProperty(lengths, async length => isRefused(token.slice(0, length))),
      { numRuns: 100, examples: [[0], [1], [token.length - 1], [token.lastIndexOf('.') + 1]] },
    )
    t.ok(await isRefused(token.slice(1)))
  })

  t.test('is refused with its parts in another order', async t => {
    const [a = '', b = '', c = ''] = token.split('.')
    for (const parts of [
      [b, a, c],
      [a, c, b],
      [a, b, b],
      [a, b, c, ''],
      ['', a, b, c],
      [a, b, c, c],
    ])
      t.ok(await isRefused(parts.join('.')))
  })
})
