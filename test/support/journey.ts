// Journeys of the vendors' clients: a double on a port for each, and the client's program in a process of its own.
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import tap from 'tap'
import type { UnderstudyOptions } from '../../src/api.ts'
import { builtInFixtures } from '../../src/fixtures/built-in.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { signingCertificate } from '../../src/tokens/signing-certificate.ts'
import { clients } from './contoso.ts'
import { understudyFor } from './understudy.ts'

// Certificates of the test file's own, not of whoever runs it.
process.env.XDG_CACHE_HOME = tap.testdir()

const PROGRAMS = fileURLToPath(new URL('../journeys/clients/', import.meta.url))

/**
 * Runs a program of `test/journeys/clients`, whose tests become subtests. It trusts the double by NODE_EXTRA_CA_CERTS, finds it by what
 * `journey-client.ts` reads, and has but its time limit of the test runner's process.
 * @param program without extension
 * @param options of the double
 */
export async function journey(
  t: Test,
  program: string,
  options: Pick<UnderstudyOptions, 'generateUsers'> = {},
): Promise<void> {
  const certificate = clientCertificate()
  const folder = t.testdir({
    fixtures: { 'contoso.json': JSON.stringify(withCertificate(certificate.public)) },
    'client.pem': certificate.private + certificate.public,
  })
  const understudy = await understudyFor(t, { fixtures: join(folder, 'fixtures'), ...options })
  const url = await understudy.listen({ port: 0 })
  const { PATH = '', TAP_TIMEOUT = '120' } = process.env
  // The runner adds NODE_OPTIONS to any environment it is given; only env(1) gets rid of it.
  const command = ['-u', 'NODE_OPTIONS', process.execPath, join(PROGRAMS, `${program}.js`)]
  const env = {
    PATH,
    // For all of the program, in seconds; half a minute when left out, of which device codes take ten seconds by themselves.
    TAP_TIMEOUT,
    NODE_EXTRA_CA_CERTS: understudy.certificate?.authorityPath ?? '',
    UNDERSTUDY_URL: url.replace('http:', 'https:'),
    CLIENT_CERTIFICATE: join(folder, 'client.pem'),
  }
  await t.spawn('/usr/bin/env', command, { env }, program)
}

/** In PEM. */
function clientCertificate(): { readonly public: string; readonly private: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    public: new X509Certificate(signingCertificate(publicKey, privateKey)).toString(),
    private: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** The built-in tenant, whose daemon has registered the certificate. */
function withCertificate(certificate: string): FixtureDocument {
  const [contoso] = builtInFixtures()
  if (contoso === undefined) throw new Error('There is no built-in tenant.')
  const applications = contoso.applications?.map(application =>
    application.appId === clients.daemon
      ? { ...application, certificates: [certificate] }
      : application,
  )
  return { ...contoso, ...(applications !== undefined && { applications }) }
}
