// Every error of the sign-in surface: its AADSTS number, its OAuth code, its status and its sentence. The one place that knows them.
import { authorizationErrors } from './errors/authorization.ts'
import { clientErrors } from './errors/client.ts'
import { deviceErrors } from './errors/device.ts'
import { grantErrors } from './errors/grant.ts'
import { requestErrors } from './errors/request.ts'
import { SignInError } from './errors/sign-in-error.ts'

export type { OAuthError } from './errors/sign-in-error.ts'
export { SignInError }

/**
 * By situation. Numbers, words and sentences are the real service's unless said otherwise.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const signInErrors = {
  ...requestErrors,
  ...clientErrors,
  ...authorizationErrors,
  ...grantErrors,
  ...deviceErrors,
  /** Without a number, ours alone: what the real service answers is not known, or it cannot happen to it. */
  own: (status: number, message: string) =>
    new SignInError(undefined, status >= 500 ? 'server_error' : 'invalid_request', message, {
      status,
    }),
} as const
