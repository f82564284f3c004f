// What a client is given access to: the resource that its scopes name, and what of it has consent.
import type { Application } from '../state/applications.ts'
import { consentKey } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { graphAudiences } from './claims.ts'
import type { OpenIdScope, ParsedScope, ScopeRequest } from './scopes.ts'
import { isOpenIdScope, parseScope, sortScopes } from './scopes.ts'

/** What a token is for: Microsoft Graph under one of its names, or an application of the tenant. */
export type Resource =
  | { readonly kind: 'graph'; readonly audience: string }
  | { readonly kind: 'application'; readonly audience: string; readonly application: Application }

/** What a user's token may do. */
export interface DelegatedAccess {
  readonly resource: Resource
  /** For `scp`. */
  readonly scopes: readonly string[]
  /** The same in the words of the request, for the answer's `scope`. */
  readonly granted: readonly string[]
  readonly openId: ReadonlySet<OpenIdScope>
}

const GRAPH_ID = graphAudiences[1]

/**
 * The resource of that name, or undefined when the tenant has none.
 * @param name an identifier URI, the address of Microsoft Graph or of the double itself, or an appId; undefined for Microsoft Graph
 * @param isOwnOrigin whether a URL is an address of the double, at which it stands in for Microsoft Graph
 */
export function findResource(
  { applications }: Tenant,
  name: string | undefined,
  isOwnOrigin: (origin: string) => boolean,
): Resource | undefined {
  if (name === undefined) return { kind: 'graph', audience: GRAPH_ID }
  const known = graphAudiences.find(audience => audience === name.toLowerCase())
  if (known !== undefined) return { kind: 'graph', audience: known }
  const appId = name.replace(/^api:\/\//, '')
  const application =
    applications.rows.find(({ identifierUris }) => identifierUris.includes(name)) ??
    applications.rows.find(one => one.appId === appId.toLowerCase())
  if (application !== undefined)
    return { kind: 'application', audience: application.appId, application }
  return isOwnOrigin(name) ? { kind: 'graph', audience: name } : undefined
}

export interface AccessRequest {
  readonly tenant: Tenant
  readonly client: Application
  readonly user: User
  readonly request: ScopeRequest
  readonly resource: Resource
}

/** Names of the resource's permissions that were asked for and have no consent; as they have to be consented to. */
export function missingConsent(asked: AccessRequest): readonly string[] {
  const { request, resource } = asked
  const consented = new Set(consentedScopes(asked))
  // Signing in as such is a permission of Graph too, of which every other follows.
  if (request.isDefault && consented.size === 0) return [inFull(resource, '.default')]
  return request.permissions
    .filter(name => !consented.has(name))
    .map(name => inFull(resource, name))
}

/** Everything on the resource that has consent, whether or not it was asked for by name. */
export function delegatedAccess(asked: AccessRequest): DelegatedAccess {
  const { request, resource, client } = asked
  const named = consentedScopes(asked)
  const prefix = request.resource === undefined ? '' : `${request.resource}/`
  const suffix = request.isDefault ? [`${prefix}.default`] : []
  if (resource.kind === 'application') {
    const granted = [...sortScopes(named).map(name => prefix + name), ...suffix]
    return { resource, scopes: sortScopes(named), granted, openId: request.openId }
  }
  const openId = [...request.openId, ...client.consented.scopes.filter(isOpenIdScope)].filter(
    scope => scope !== 'offline_access',
  )
  const scopes = sortScopes([...openId, ...named])
  const granted =
    prefix === ''
      ? scopes
      : [...sortScopes(openId), ...sortScopes(named).map(name => prefix + name)]
  return { resource, scopes, granted: [...granted, ...suffix], openId: request.openId }
}

/** Names of the application permissions that the client has on the resource. */
export function applicationAccess(client: Application, resource: Resource): readonly string[] {
  return consentedOn(client.consented.roles, resource)
}

/** Without those of OpenID Connect, which need no consent. */
function consentedScopes({ tenant, client, user, resource }: AccessRequest): readonly string[] {
  // An application needs nobody's consent to call itself.
  if (resource.kind === 'application' && resource.application.id === client.id)
    return client.exposed.scopes
  const forAll = consentedOn(client.consented.scopes, resource)
  const own = tenant.consents.get(consentKey(user.id, client.appId))
  return own === undefined ? forAll : [...forAll, ...consentedOn(own, resource)]
}

function consentedOn(permissions: readonly string[], resource: Resource): readonly string[] {
  return parseConsented(permissions)
    .filter(parsed => isNameOf(resource, parsed.resource))
    .map(({ permission }) => permission)
}

/** By the list, which never changes and is looked into for every token. */
const parsedLists = new WeakMap<readonly string[], readonly ParsedScope[]>()

/** Without the scopes of OpenID Connect. */
function parseConsented(permissions: readonly string[]): readonly ParsedScope[] {
  const known = parsedLists.get(permissions)
  if (known !== undefined) return known
  const parsed = permissions.flatMap(full => (isOpenIdScope(full) ? [] : (parseScope(full) ?? [])))
  parsedLists.set(permissions, parsed)
  return parsed
}

function isNameOf(resource: Resource, name: string | undefined): boolean {
  if (resource.kind === 'graph')
    return name === undefined || graphAudiences.some(audience => audience === name)
  const { appId, identifierUris } = resource.application
  return name === appId || name === `api://${appId}` || identifierUris.some(uri => uri === name)
}

function inFull(resource: Resource, name: string): string {
  return resource.kind === 'graph' ? name : `api://${resource.audience}/${name}`
}
