// The certificate that https on localhost answers with, made at first need and kept in the user's
// cache folder. Its authority signs it and nothing else, ever: that private key is not kept.

import { createPrivateKey, KeyObject, randomUUID, webcrypto, X509Certificate } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { certificateFiles, certificateFolder } from './certificate-files.ts'

/** A certificate for localhost, 127.0.0.1 and ::1. */
export interface LocalCertificate {
  /** The leaf, then the authority that signed it. */
  certificatePem: string
  /** The leaf's private key: PKCS #8, not encrypted. */
  privateKeyPem: string
  /** The file that holds the authority alone, in PEM: what NODE_EXTRA_CA_CERTS is to name. */
  authorityPath: string
}

/** PEM blocks, each with its line end. */
interface Chain {
  leaf: string
  authority: string
  privateKey: string
}

const dayMilliseconds = 24 * 60 * 60 * 1000
const lifetimeDays = 396
const renewalDays = 7
const staleLockMilliseconds = 10_000
const pemBlock = /-----BEGIN ([A-Z ]+)-----\n[^-]+-----END \1-----\n/g

/** NameConstraints (RFC 5280, 4.2.1.10): nothing but localhost, 127.0.0.1/32 and ::1/128. */
const onlyThisMachine = der(
  0x30,
  der(
    0xa0,
    der(0x30, der(0x82, Buffer.from('localhost'))),
    der(0x30, der(0x87, Buffer.from('7f000001ffffffff', 'hex'))),
    der(0x30, der(0x87, Buffer.concat([Buffer.alloc(15), Buffer.of(1), Buffer.alloc(16, 0xff)]))),
  ),
)

/**
 * Reads the kept certificate, or makes one with a new authority when there is none, when it has fewer
 * than seven days left, or when a file cannot be read or does not match. Processes that start at the
 * same time agree on one.
 * @param options.directory made private to the user; default `graph-understudy` in XDG_CACHE_HOME or
 * else in the platform's cache folder
 * @param options.now default the system's time
 * @throws Error when the folder cannot be written; its message says what to do.
 */
export async function localCertificate(
  options: { directory?: string; now?: Date } = {},
): Promise<LocalCertificate> {
  const { directory = certificateFolder(), now = new Date() } = options
  return (await readKept(directory, now)) ?? (await replaceKept(directory, now))
}

async function readKept(directory: string, now: Date): Promise<LocalCertificate | undefined> {
  try {
    const files = certificateFiles(directory)
    const { uid } = await stat(directory)
    const bundle = await readFile(files.bundle, 'utf8')
    const trusted = await readFile(files.authority, 'utf8')
    const [leaf = '', authority = '', privateKey = ''] = bundle.match(pemBlock) ?? []
    const chain = { leaf, authority, privateKey }
    if (!isOwn(uid) || authority !== trusted || !isGood(chain, now)) return undefined
    return toLocalCertificate(chain, directory)
  } catch {
    return undefined
  }
}

/** Whether nobody else can have put the files there; root reads what a user keeps, Windows has no ids. */
function isOwn(uid: number): boolean {
  const user = process.getuid?.() ?? 0
  return user === 0 || user === uid
}

/** @throws when a block is not what it says it is */
function isGood(chain: Chain, now: Date): boolean {
  const leaf = new X509Certificate(chain.leaf)
  const authority = new X509Certificate(chain.authority)
  const daysLeft = (Date.parse(leaf.validTo) - now.getTime()) / dayMilliseconds
  return (
    daysLeft >= renewalDays &&
    Date.parse(leaf.validFrom) <= now.getTime() &&
    leaf.checkPrivateKey(createPrivateKey(chain.privateKey)) &&
    leaf.verify(authority.publicKey)
  )
}

function toLocalCertificate(chain: Chain, directory: string): LocalCertificate {
  return {
    certificatePem: chain.leaf + chain.authority,
    privateKeyPem: chain.privateKey,
    authorityPath: certificateFiles(directory).authority,
  }
}

async function replaceKept(directory: string, now: Date): Promise<LocalCertificate> {
  const files = certificateFiles(directory)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await chmod(directory, 0o700)
    return await withLock(files.lock, async () => {
      const madeMeanwhile = await readKept(directory, now)
      if (madeMeanwhile !== undefined) return madeMeanwhile
      const chain = await makeChain(now)
      // The bundle comes last: whoever finds a good one finds its authority in place.
      await replaceFile(files.authority, chain.authority, 0o644)
      await replaceFile(files.bundle, Object.values(chain).join(''), 0o600)
      return toLocalCertificate(chain, directory)
    })
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    throw new Error(
      `The certificate for https cannot be kept in ${directory} (${cause.message}). Start with --no-https, or set XDG_CACHE_HOME to a folder that can be written.`,
      { cause },
    )
  }
}

async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  while (!(await takeLock(path))) await wait(20)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function takeLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.close()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  // A process that died while it made the certificate left its lock behind; making takes far less.
  const made = await stat(path).catch(() => undefined)
  const isStale = made !== undefined && Math.abs(Date.now() - made.mtimeMs) > staleLockMilliseconds
  if (isStale) await rm(path, { force: true })
  return false
}

async function replaceFile(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await writeFile(temporary, text, { mode, flag: 'wx' })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function makeChain(now: Date): Promise<Chain> {
  // The library defines its classes with decorators that need this one before them.
  await import('reflect-metadata')
  // By its default export, all that a bundler gives of a CommonJS package imported at run time.
  const { default: x509 } = await import('@peculiar/x509')
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const leafKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const issuer = 'CN=localhost authority, O=graph-understudy'
  // An hour back, for a client whose clock is behind.
  const notBefore = new Date(now.getTime() - dayMilliseconds / 24)
  const notAfter = new Date(now.getTime() + lifetimeDays * dayMilliseconds)
  const signed = { issuer, notBefore, notAfter, signingKey: authorityKeys.privateKey }
  const authorityId = await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey)
  const authority = await x509.X509CertificateGenerator.create({
    ...signed,
    subject: issuer,
    publicKey: authorityKeys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      new x509.Extension('2.5.29.30', true, onlyThisMachine),
      authorityId,
    ],
  })
  const leaf = await x509.X509CertificateGenerator.create({
    ...signed,
    subject: 'CN=localhost, O=graph-understudy',
    publicKey: leafKeys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey),
      new x509.AuthorityKeyIdentifierExtension(authorityId.keyId),
    ],
  })
  return {
    leaf: `${leaf.toString('pem')}\n`,
    authority: `${authority.toString('pem')}\n`,
    privateKey: KeyObject.from(leafKeys.privateKey)
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  }
}

/** One DER value in the short form, for contents under 128 bytes. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag, content.length), content])
}
