// The local certificate: what is in it, and when it is kept, shared or made again.

import { execFile } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { localCertificate } from '../../src/network/certificate.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000
const run = promisify(execFile)
const noOpenssl = await run('openssl', ['version']).then(
  () => false as const,
  () => 'openssl is not on the PATH',
)

function daysFrom(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMilliseconds)
}

t.test('local certificate', async t => {
  t.test('is for localhost by name and by both loopback addresses, at most 397 days', async t => {
    const made = await localCertificate({ directory: t.testdir() })
    const leaf = new X509Certificate(made.certificatePem)
    t.equal(leaf.checkHost('localhost'), 'localhost')
    t.equal(leaf.checkIP('127.0.0.1'), '127.0.0.1')
    t.equal(leaf.checkIP('::1'), '::1')
    t.equal(leaf.ca, false)
    t.ok(leaf.checkPrivateKey(createPrivateKey(made.privateKeyPem)))
    t.ok(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom) <= 397 * dayMilliseconds)
  })

  t.test('is signed by the authority in its own file', async t => {
    const made = await localCertificate({ directory: t.testdir() })
    const authorityPem = await readFile(made.authorityPath, 'utf8')
    const authority = new X509Certificate(authorityPem)
    t.ok(authority.ca)
    t.ok(new X509Certificate(made.certificatePem).verify(authority.publicKey))
    t.ok(made.certificatePem.endsWith(authorityPem), 'which is the last of the chain that is sent')
  })

  t.test('passes the strict verification of openssl', { skip: noOpenssl }, async t => {
    const directory = t.testdir()
    const { authorityPath, certificatePem } = await localCertificate({ directory })
    const chain = join(directory, 'chain.pem')
    await writeFile(chain, certificatePem)
    const verify = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', authorityPath]
    for (const name of [
      ['-verify_hostname', 'localhost'],
      ['-verify_ip', '127.0.0.1'],
      ['-verify_ip', '::1'],
    ]) {
      await t.resolves(run('openssl', [...verify, ...name, chain]), name.join(' '))
    }
    const { stdout } = await run('openssl', ['x509', '-noout', '-text', '-in', authorityPath])
    t.match(
      stdout,
      /Name Constraints: critical\s+Permitted:\s+DNS:localhost\s+IP:127\.0\.0\.1\/255/,
    )
  })

  t.test('keeps its key, and nothing of the authority’s, from other users', async t => {
    const directory = t.testdir()
    await localCertificate({ directory })
    t.same((await readdir(directory)).sort(), ['authority.pem', 'localhost.pem'])
    const bundle = await readFile(join(directory, 'localhost.pem'), 'utf8')
    t.equal(bundle.match(/BEGIN PRIVATE KEY/g)?.length, 1)
    if (process.platform === 'win32') return
    const modes = [directory, join(directory, 'localhost.pem')].map(async path => {
      return (await stat(path)).mode & 0o777
    })
    t.same(await Promise.all(modes), [0o700, 0o600])
  })

  t.test('is the same one when asked for again', async t => {
    const directory = t.testdir()
    const first = await localCertificate({ directory })
    t.same(await localCertificate({ directory }), first)
  })

  t.test('is one and the same for all who ask at once', async t => {
    const directory = t.testdir()
    const asked = await Promise.all([1, 2, 3, 4].map(() => localCertificate({ directory })))
    t.equal(new Set(asked.map(made => made.privateKeyPem)).size, 1)
    t.same(await localCertificate({ directory }), asked[0])
  })

  t.test('is made again when fewer than seven days are left, or its time has not come', async t => {
    const directory = t.testdir()
    const now = new Date('2026-03-01T12:00:00Z')
    const first = await localCertificate({ directory, now })
    t.same(await localCertificate({ directory, now: daysFrom(now, 389) }), first)
    const second = await localCertificate({ directory, now: daysFrom(now, 389.1) })
    t.not(second.privateKeyPem, first.privateKeyPem)
    t.equal(
      Date.parse(new X509Certificate(second.certificatePem).validTo),
      daysFrom(now, 389.1 + 396).getTime(),
    )
    const third = await localCertificate({ directory, now })
    t.not(third.privateKeyPem, second.privateKeyPem)
  })

  t.test('is made again when a file is missing, damaged or not of the same making', async t => {
    const directory = t.testdir()
    const bundle = join(directory, 'localhost.pem')
    const authority = join(directory, 'authority.pem')
    const other = await localCertificate({ directory: join(t.testdirName, 'other') })
    const damages: Record<string, () => Promise<void>> = {
      'bundle missing': () => rm(bundle),
      'authority missing': () => rm(authority),
      'bundle cut short': () => truncate(bundle, 1000),
      'bundle not DER': async () => {
        await writeFile(bundle, (await readFile(bundle, 'utf8')).replace('MII', 'AAA'))
      },
      'authority of another': async () => {
        await writeFile(authority, await readFile(other.authorityPath))
      },
      'leaf and key of another': async () => {
        const [otherLeaf] = other.certificatePem.split(/(?<=END CERTIFICATE-----\n)/)
        const kept = await readFile(authority, 'utf8')
        await writeFile(bundle, otherLeaf + kept + other.privateKeyPem)
      },
      'key of another': async () => {
        const { certificatePem } = await localCertificate({ directory })
        await writeFile(bundle, certificatePem + other.privateKeyPem)
      },
    }
    for (const [what, damage] of Object.entries(damages)) {
      const before = await localCertificate({ directory })
      await damage()
      const after = await localCertificate({ directory })
      t.not(after.certificatePem, before.certificatePem, what)
      t.same(await localCertificate({ directory }), after, `${what}: good again`)
    }
  })

  t.test('is not taken from a folder of another user', async t => {
    const { getuid } = process
    if (getuid === undefined) return
    const directory = t.testdir()
    const first = await localCertificate({ directory })
    t.teardown(() => {
      process.getuid = getuid
    })
    process.getuid = () => getuid() + 1
    t.not((await localCertificate({ directory })).certificatePem, first.certificatePem)
  })

  t.test('does not wait for a process that died while it made one', async t => {
    const directory = t.testdir({ 'localhost.lock': '' })
    await utimes(join(directory, 'localhost.lock'), 0, 0)
    t.ok(await localCertificate({ directory }))
    t.notOk((await readdir(directory)).includes('localhost.lock'))
  })

  t.test('says what to do when it cannot be kept', async t => {
    const directory = join(t.testdir({ file: '' }), 'file', 'cache')
    await t.rejects(localCertificate({ directory }), {
      message: /cannot be kept in .*cache \(ENOTDIR.*--no-https.*XDG_CACHE_HOME/,
      cause: { code: 'ENOTDIR' },
    })
  })

  t.test('is kept in XDG_CACHE_HOME when no directory is named', async t => {
    const cache = t.testdir()
    const { XDG_CACHE_HOME } = process.env
    t.teardown(() => {
      if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME
      else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME
    })
    process.env.XDG_CACHE_HOME = cache
    const { authorityPath } = await localCertificate()
    t.equal(authorityPath, join(cache, 'graph-understudy', 'authority.pem'))
  })
})
