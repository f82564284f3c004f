// The `scope` parameter with its mistakes as errors of the surface.
import type { ScopeRequest } from '../tokens/scopes.ts'
import { parseScopes } from '../tokens/scopes.ts'
import { signInErrors } from './errors.ts'

/** @throws SignInError when it is not one */
export function readScopes(text: string): ScopeRequest {
  const request = parseScopes(text)
  if (!('mistake' in request)) return request
  throw request.mistake === 'severalResources'
    ? signInErrors.tooManyResources(request.scope)
    : signInErrors.scopeInvalid(request.scope)
}
