// Everything that can be thrown while a sign-in request is served, as an error of the surface.
import { readFrameworkError } from '../contract/framework-errors.ts'
import { InvalidRequest } from '../contract/requests.ts'
import { SignInError, signInErrors } from './errors.ts'

/** Anything that is not recognised is a defect of the double: a 500. */
export function toSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error
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
