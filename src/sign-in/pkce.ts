// Proof Key for Code Exchange: the challenge of an authorization request, and the verifier that answers it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { CodeChallenge } from '../tokens/credentials.ts'
import { signInErrors } from './errors.ts'

const VALUE = /^[A-Za-z0-9._~-]{43,128}$/

/**
 * @param method `plain` when the request has none
 * @throws SignInError when the challenge cannot be one
 * @see RFC 7636, section 4.3
 */
export function readChallenge(
  value: string | undefined,
  method: string | undefined,
): CodeChallenge | undefined {
  if (value === undefined) {
    if (method !== undefined) throw signInErrors.challengeSizeInvalid()
    return undefined
  }
  const known = method ?? 'plain'
  if (known !== 'S256' && known !== 'plain') throw signInErrors.challengeMethodInvalid()
  if (!VALUE.test(value) || (known === 'S256' && value.length !== 43))
    throw signInErrors.challengeSizeInvalid()
  return { value, method: known }
}

/** Whether a verifier answers the challenge; a verifier without a challenge, or the other way round, does not. */
export function answersChallenge(
  challenge: CodeChallenge | undefined,
  verifier: string | undefined,
): boolean {
  if (challenge === undefined || verifier === undefined) return challenge === verifier
  if (!VALUE.test(verifier)) return false
  const answer =
    challenge.method === 'S256'
      ? createHash('sha256').update(verifier).digest('base64url')
      : verifier
  const [given, wanted] = [Buffer.from(answer), Buffer.from(challenge.value)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
