// The signing key, its certificate and the key set it is published in, as other software reads them.
import { execFile } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { createHash, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { createLocalJWKSet, importX509, jwtVerify } from 'jose'
import t from 'tap'
import { keySet } from '../../src/tokens/key-set.ts'
import { signingCertificate } from '../../src/tokens/signing-certificate.ts'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { tokenFor, understudyAtNoon } from '../support/understudy.ts'

const run = promisify(execFile)
const noOpenssl = await run('openssl', ['version']).then(
  () => false as const,
  () => 'openssl is not on the PATH',
)
const SUBJECT = 'CN=graph-understudy signing key'
const ISSUER = 'https://login.microsoftonline.com/0f6b9d0c-6f3a-4f0e-9f35-2f0f3f1d5a11/v2.0'

const signingKeys = new SigningKeys()
const key = await signingKeys.ready()

function isSpki(certificateDer: Buffer, publicKey: KeyObject): boolean {
  const spki = (one: KeyObject) => one.export({ type: 'spki', format: 'der' })
  return spki(new X509Certificate(certificateDer).publicKey).equals(spki(publicKey))
}

t.test('a signing key', async t => {
  t.test('is known once it is made, and stays the same', async t => {
    const keys = new SigningKeys()
    t.equal(keys.current, undefined)
    const made = await keys.ready()
    t.equal(keys.current, made)
    t.equal(await keys.ready(), made)
    t.equal(made.publicKey.asymmetricKeyDetails?.modulusLength, 2048)
  })

  t.test('has an id that is the SHA-1 thumbprint of its certificate', async t => {
    const { fingerprint } = new X509Certificate(key.certificateDer)
    t.equal(
      Buffer.from(key.kid, 'base64url').toString('hex').match(/../g)?.join(':').toUpperCase(),
      fingerprint,
    )
    t.match(key.kid, /^[\w-]{27}$/)
  })

  t.test('has another id than any other', async t => {
    t.not((await new SigningKeys().ready()).kid, key.kid)
  })
})

t.test('the certificate of a signing key', async t => {
  const certificate = new X509Certificate(key.certificateDer)

  t.test('is read by Node as what it is', async t => {
    t.equal(certificate.subject, SUBJECT)
    t.equal(certificate.issuer, SUBJECT)
    t.equal(Date.parse(certificate.validFrom), Date.UTC(2020, 0, 1))
    t.equal(Date.parse(certificate.validTo), Date.UTC(2049, 11, 31, 23, 59, 59))
    t.equal(certificate.ca, false)
    t.ok(isSpki(key.certificateDer, key.publicKey))
    t.ok(certificate.checkPrivateKey(key.privateKey))
    t.ok(certificate.raw.equals(key.certificateDer), 'with nothing behind it')
  })

  t.test('is signed by its own key, and by no other', async t => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    t.ok(certificate.verify(key.publicKey))
    t.notOk(certificate.verify(other.publicKey))
  })

  t.test('is read by another library as what it is', async t => {
    const read = new x509.X509Certificate(key.certificateDer)
    t.equal(read.subject, SUBJECT)
    t.match(read.signatureAlgorithm, { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } })
    t.ok(await read.isSelfSigned())
    const constraints = read.getExtension(x509.BasicConstraintsExtension)
    t.match(constraints, { ca: false, critical: true })
    const usages = read.getExtension(x509.KeyUsagesExtension)
    t.match(usages, { usages: x509.KeyUsageFlags.digitalSignature, critical: true })
    t.equal(
      Buffer.from(usages?.value ?? new ArrayBuffer(0)).toString('hex'),
      '03020780',
      'in no byte too many',
    )
    const id = await x509.SubjectKeyIdentifierExtension.create(read.publicKey)
    t.equal(read.getExtension(x509.SubjectKeyIdentifierExtension)?.keyId, id.keyId)
    t.equal(read.extensions.length, 3)
  })

  t.test('has a serial number of at most twenty bytes, above zero', async t => {
    t.match(certificate.serialNumber, /^[4-7][\dA-F]{39}$/)
  })

  t.test(
    'passes the strict verification of openssl as its own root',
    { skip: noOpenssl },
    async t => {
      const path = join(t.testdir(), 'certificate.pem')
      await writeFile(path, certificate.toString())
      const verify = ['verify', '-x509_strict', '-check_ss_sig', '-CAfile', path, path]
      await t.resolves(run('openssl', verify))
      const { stdout } = await run('openssl', ['x509', '-noout', '-text', '-in', path])
      t.match(stdout, /Version: 3/)
      t.match(stdout, /Basic Constraints: critical\s+CA:FALSE/)
      t.match(stdout, /Key Usage: critical\s+Digital Signature\n/)
    },
  )

  t.test('is the same however often it is made', async t => {
    t.ok(signingCertificate(key.publicKey, key.privateKey).equals(key.certificateDer))
  })

  t.test('is well formed for keys of other lengths', async t => {
    for (const modulusLength of [1024, 1536, 3072]) {
      const pair = generateKeyPairSync('rsa', { modulusLength })
      const der = signingCertificate(pair.publicKey, pair.privateKey)
      const read = new X509Certificate(der)
      t.ok(read.verify(pair.publicKey) && read.raw.equals(der), `${modulusLength} bits`)
      t.ok(isSpki(der, pair.publicKey))
    }
  })

  t.test('is well formed whatever the key is', async () => {
    const moduli = fc.uint8Array({ minLength: 128, maxLength: 128 })
    fc.assert(
      fc.property(moduli, bytes => {
        bytes[0] = 0x80
        const n = Buffer.from(bytes).toString('base64url')
        const publicKey = createPublicKey({ key: { kty: 'RSA', n, e: 'AQAB' }, format: 'jwk' })
        const der = signingCertificate(publicKey, key.privateKey)
        const read = new X509Certificate(der)
        return /^[4-7][\dA-F]{39}$/.test(read.serialNumber) && isSpki(der, publicKey)
      }),
    )
  })
})

t.test('the key set', async t => {
  const { keys } = keySet([key], ISSUER)
  const [published] = keys

  t.test('holds the key with the members of Entra ID, in their order', async t => {
    t.equal(keys.length, 1)
    t.same(Object.keys(published ?? {}), ['kty', 'use', 'kid', 'x5t', 'n', 'e', 'x5c', 'issuer'])
    t.match(published, { kty: 'RSA', use: 'sig', kid: key.kid, x5t: key.kid, e: 'AQAB' })
    t.match(published, { n: /^[\w-]{342}$/, issuer: ISSUER })
  })

  t.test('holds nothing of the private key', async t => {
    const { d = '', p = '', q = '' } = key.privateKey.export({ format: 'jwk' })
    const text = JSON.stringify(keys)
    for (const secret of [d, p, q]) t.notOk(secret === '' || text.includes(secret))
  })

  t.test('holds the certificate in plain base64, of which x5t is the thumbprint', async t => {
    const [x5c = ''] = published?.x5c ?? []
    t.equal(published?.x5c.length, 1)
    t.equal(x5c, key.certificateDer.toString('base64'))
    const thumbprint = createHash('sha1').update(Buffer.from(x5c, 'base64')).digest('base64url')
    t.equal(thumbprint, published?.x5t)
    const pem = `-----BEGIN CERTIFICATE-----\n${x5c}\n-----END CERTIFICATE-----`
    const { publicKey } = new X509Certificate(pem)
    t.match(publicKey.export({ format: 'jwk' }), { n: published?.n, e: published?.e })
  })

  t.test('verifies tokens in another library, by key and by certificate', async t => {
    const { understudy, clock } = await understudyAtNoon(t, { signingKeys })
    const token = await tokenFor(understudy, { user: 'adele' })
    const options = { algorithms: ['RS256'], currentDate: new Date(clock.now()) }
    const { protectedHeader } = await jwtVerify(token, createLocalJWKSet({ keys }), options)
    t.match(protectedHeader, { kid: published?.kid, x5t: published?.x5t })
    const certificate = new X509Certificate(key.certificateDer).toString()
    await t.resolves(jwtVerify(token, await importX509(certificate, 'RS256'), options))
    const other = keySet([await new SigningKeys().ready()], ISSUER)
    await t.rejects(jwtVerify(token, createLocalJWKSet(other), options))
  })

  t.test('is not made of a key that is no RSA key', async t => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    t.throws(() => keySet([{ ...key, publicKey }], ISSUER), TypeError)
  })
})
