// grant_type=client_credentials: a client on its own. Revocations do not touch it.
import { applicationAccess, findResource } from '../../tokens/access.ts'
import { issueGrantAccessToken } from '../access-tokens.ts'
import { signInErrors } from '../errors.ts'
import { readScopes } from '../scope-parameter.ts'
import type { Grant, GrantRequest } from './grant.ts'

export const issueToClient: Grant = request => {
  const { context, tenant, client, authority, authentication, fields } = request
  if (authority.kind !== 'tenant') throw signInErrors.tenantUnclear()
  if (authentication === '0') throw signInErrors.applicationCredentialMissing()
  const name = getResourceName(fields)
  const resource = findResource(tenant, name, context.isOwnOrigin)
  if (resource === undefined)
    throw signInErrors.resourceNotFound(name ?? '', tenant.definition.displayName)
  context.seen.resource = resource
  const { token, lifetimeSeconds } = issueGrantAccessToken(request, {
    resource,
    scopes: [],
    roles: applicationAccess(client, resource),
  })
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: token,
  }
}

/** Of the one scope there may be: the resource's name and `/.default`. */
function getResourceName({ scope }: GrantRequest['fields']): string | undefined {
  if (!scope) throw signInErrors.fieldMissing('scope')
  if (scope.trim().includes(' ')) throw signInErrors.scopeInvalid(scope)
  const { isDefault, resource } = readScopes(scope)
  if (!isDefault) throw signInErrors.scopeNotDefault(scope)
  return resource
}
