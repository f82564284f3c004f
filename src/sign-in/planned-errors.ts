// A failure that was planned, as an error of the sign-in surface: by its status, with the word, the number and the sentence of it.
import { STATUS_CODES } from 'node:http'
import type { PlannedFailure } from '../faults/planned-failure.ts'
import type { OAuthError } from './errors/sign-in-error.ts'
import { SignInError } from './errors.ts'

interface Usual {
  readonly error: OAuthError
  readonly number?: number
  readonly sentence?: string
}

const TRANSIENT = 'A transient error has occurred. Please try again.'

/** @see https://github.com/Azure/azure-sdk-for-python/issues/14241 */
const unavailable: Usual = { error: 'temporarily_unavailable', number: 90033, sentence: TRANSIENT }

/** @see https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/4329 */
const serverError: Usual = { error: 'server_error', number: 90041, sentence: TRANSIENT }

/**
 * A code is the word (`invalid_grant`) or the number (`AADSTS50076`); a sentence may begin with the number (`AADSTS50076: Due to …`), so that
 * both can be given.
 */
export function toPlannedError(failure: PlannedFailure): SignInError {
  const { status, code, sentence, headers } = failure
  const usual = usualOf(status)
  const numberInCode = /^(?:AADSTS)?([0-9]{2,8})$/.exec(code ?? '')?.[1]
  const [, numberInSentence, rest] = /^AADSTS([0-9]{2,8}): *(.*)$/s.exec(sentence ?? '') ?? []
  const given = numberInCode ?? numberInSentence
  const isUsual = code === undefined && sentence === undefined
  const number = given === undefined ? (isUsual ? usual.number : undefined) : Number(given)
  const word = numberInCode === undefined ? code : undefined
  const words = rest ?? sentence ?? (code === undefined ? usual.sentence : undefined)
  return new SignInError(number, usual.error, words ?? STATUS_CODES[status] ?? `Status ${status}`, {
    status,
    planned: headers,
    ...(word !== undefined && { word }),
  })
}

function usualOf(status: number): Usual {
  if (status === 401) return { error: 'invalid_client' }
  if (status === 403) return { error: 'access_denied' }
  if (status === 429 || status === 503 || status === 504) return unavailable
  return status >= 500 ? serverError : { error: 'invalid_request' }
}
