// The `scope` parameter: which permissions of which resource it asks for, and in which words.
import { isGuid } from '../ids.ts'

const OPENID_SCOPES = ['email', 'offline_access', 'openid', 'profile'] as const
export type OpenIdScope = (typeof OPENID_SCOPES)[number]

export interface ScopeRequest {
  /** Of OpenID Connect, which go with any resource. */
  readonly openId: ReadonlySet<OpenIdScope>
  /** Without a trailing slash; undefined for Microsoft Graph by bare names, or by none. */
  readonly resource: string | undefined
  /** Names of permissions of the resource, without `.default`. */
  readonly permissions: readonly string[]
  /** Whether it asks for all that was consented to. */
  readonly isDefault: boolean
}

/** - `malformed`: not a scope, or `.default` beside names; - `severalResources` */
export interface ScopeMistake {
  readonly mistake: 'malformed' | 'severalResources'
  /** The scope, or all of them. */
  readonly scope: string
}

/** One permission of one resource. */
export interface ParsedScope {
  /** Undefined for a bare name. */
  readonly resource: string | undefined
  readonly permission: string
}

const PERMISSION = /^[A-Za-z0-9._:*-]+$/

/** @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc */
export function parseScopes(text: string): ScopeRequest | ScopeMistake {
  const openId = new Set<OpenIdScope>()
  const resources = new Set<string | undefined>()
  const permissions = new Set<string>()
  for (const scope of text.split(' ').filter(one => one !== '')) {
    if (isOpenIdScope(scope)) {
      openId.add(scope)
      continue
    }
    const parsed = parseScope(scope)
    if (parsed === undefined) return { mistake: 'malformed', scope }
    resources.add(parsed.resource)
    permissions.add(parsed.permission)
  }
  if (resources.size > 1) return { mistake: 'severalResources', scope: text }
  const isDefault = permissions.delete('.default')
  if (isDefault && permissions.size > 0) return { mistake: 'malformed', scope: text }
  const [resource] = resources
  return { openId, resource, permissions: [...permissions], isDefault }
}

/** What stands before and behind the last slash; a bare name has no resource. Undefined for what is no scope. */
export function parseScope(scope: string): ParsedScope | undefined {
  const slash = scope.lastIndexOf('/')
  const permission = scope.slice(slash + 1)
  if (!PERMISSION.test(permission)) return undefined
  if (slash === -1) return { resource: undefined, permission }
  const resource = scope.slice(0, slash).replace(/\/$/, '')
  return isGuid(resource) || URL.canParse(resource) ? { resource, permission } : undefined
}

/** Words in the order in which the service lists them: without regard to case. */
export function sortScopes(scopes: Iterable<string>): string[] {
  return [...new Set(scopes)].sort((one, other) => {
    const [a, b] = [one.toLowerCase(), other.toLowerCase()]
    return a < b ? -1 : a > b ? 1 : 0
  })
}

export function isOpenIdScope(scope: string): scope is OpenIdScope {
  return OPENID_SCOPES.some(known => known === scope)
}

/** Whether only an administrator may consent: what reaches beyond the person, as a rule by name; the one exception is known. */
export function needsAdministrator(permission: string): boolean {
  if (permission === 'User.ReadBasic.All') return false
  return permission.endsWith('.All') || permission.startsWith('Directory.')
}
