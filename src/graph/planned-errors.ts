// A failure that was planned, as an error of Microsoft Graph: by its status, with the code and the sentence that belong to it.
import { STATUS_CODES } from 'node:http'
import type { PlannedFailure } from '../faults/planned-failure.ts'
import { GraphError, graphErrors } from './errors.ts'

/** Statuses that the directory behind the gateway answers with. */
const directory = new Set([403, 404, 405, 409, 412, 423, 429])

/** @param target what the path names, for the sentence of a 404 */
export function toPlannedError(
  { status, code, sentence, headers }: PlannedFailure,
  target: string,
): GraphError {
  const usual = status === 404 ? graphErrors.resourceNotFound(target) : usualOf(status)
  return new GraphError(status, code ?? usual.code, sentence ?? usual.message, {
    origin: directory.has(status) ? 'directory' : 'gateway',
    planned: headers,
  })
}

/** The real service's where it is known. @see docs/deviations.md */
function usualOf(status: number): { readonly code: string; readonly message: string } {
  const known = usual[status]
  if (known !== undefined) return known
  const phrase = STATUS_CODES[status] ?? `Status ${status}`
  return { code: phrase.replace(/[^A-Za-z0-9]/g, ''), message: phrase }
}

const usual: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  401: graphErrors.tokenExpired(),
  403: graphErrors.requestDenied('', ''),
  405: graphErrors.methodNotAllowed(),
  429: { code: 'TooManyRequests', message: 'Please retry again later.' },
}
