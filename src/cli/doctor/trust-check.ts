// Whether this process, and so a client started as it was, trusts the server's certificate; and the line that has it do so.
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { certificateFiles, certificateFolder } from '../../network/certificate-files.ts'
import { quoteWord } from '../quote.ts'
import type { Finding } from './finding.ts'
import { about } from './finding.ts'
import type { Trust } from './probe.ts'

const VARIABLE = 'NODE_EXTRA_CA_CERTS'

/** @param isNeeded whether something is to be reached by https; without trust that is a problem, and else worth a word */
export async function checkTrust(
  { refusal, authorityFingerprint }: Trust,
  isNeeded: boolean,
): Promise<Finding> {
  const { ok, advice, problem } = about('Certificate')
  if (refusal === undefined) return ok('This process trusts it.')
  if (refusal === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return problem(
      'It is made for localhost, 127.0.0.1 and ::1, not for this host. Use one of them, or a proxy with a certificate of its own and --public-url.',
    )
  const path = certificateFiles(certificateFolder()).authority
  const given = process.env[VARIABLE] ?? ''
  const isKeptHere = (await fingerprintOf(path)) === authorityFingerprint
  const line = isKeptHere
    ? `Start clients with ${VARIABLE}=${quoteWord(path)}`
    : `Its authority is not kept on this machine for this user: start clients with the ${VARIABLE} line that the server printed, and a copy of that file`
  const present = given === '' ? 'is not set' : `names ${given}, which is another`
  const say = isNeeded ? problem : advice
  return say(`This process does not trust it (${refusal}): ${VARIABLE} ${present}. ${line}`)
}

async function fingerprintOf(path: string): Promise<string | undefined> {
  try {
    return new X509Certificate(await readFile(path)).fingerprint256
  } catch {
    return undefined
  }
}
