// The declared answer that a request prefers to its handler's, with the headers of its surface.
import type { FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import type { Detour } from '../contract/perform.ts'
import type { Preferred } from '../contract/preferences.ts'
import { choose, exampleHeaders, readPreference } from '../contract/preferences.ts'
import type { Answer } from '../contract/responses.ts'
import { PlannedFailure } from './planned-failure.ts'

/**
 * Undefined for a request that prefers nothing.
 * @param headersOf those that the surface gives such an answer
 * @throws UnknownPreference; PlannedFailure for an error without an example of its own
 */
export function preferredAnswer(
  request: Pick<FastifyRequest, 'headers'>,
  operation: Operation,
  headersOf: (preferred: Preferred, failure: PlannedFailure) => Answer['headers'],
): Detour | undefined {
  const preference = readPreference(request.headers.prefer)
  if (preference === undefined) return undefined
  const preferred = choose(operation, preference)
  const { status, response, example, applied } = preferred
  const failure = new PlannedFailure(status, { preference: applied })
  if (response === undefined || (status >= 400 && example === undefined)) throw failure
  const headers = headersOf(preferred, failure)
  Object.assign(headers, exampleHeaders(response, headers))
  return { answer: { status, headers, body: example?.value } }
}
