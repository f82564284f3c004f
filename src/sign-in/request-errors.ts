// Everything that can be thrown while a sign-in request is served, as an error of the surface.
import { readFrameworkError } from '../contract/framework-errors.ts'
import { UnknownPreference } from '../contract/preferences.ts'
import { InvalidRequest } from '../contract/requests.ts'
import { PlannedFailure } from '../faults/planned-failure.ts'
import { SignInError, signInErrors } from './errors.ts'
import { toPlannedError } from './planned-errors.ts'

/** Anything that is not recognised is a defect of the double: a 500. */
export function toSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error
  if (error instanceof PlannedFailure) return toPlannedError(error)
  if (error instanceof UnknownPreference) return signInErrors.own(400, error.message)
  if (error instanceof InvalidRequest) return toBadRequest(error)
  const { status, code, message } = readFrameworkError(error)
  // The type of the body is not even the name of a type.
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return signInErrors.malformed()
  if (status < 500) return signInErrors.own(status, message)
  return signInErrors.own(
    500,
    'graph-understudy failed on this request. The reason is in its log, under this trace id.',
  )
}

function toBadRequest({ violations: [first] }: InvalidRequest): SignInError {
  if (first.keyword === 'required')
    return signInErrors.parameterMissing(first.pointer.replace(/^\//, ''))
  return signInErrors.malformed()
}
