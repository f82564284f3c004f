// signIn.discovery.*: where everything is, which keys sign tokens, and which hosts are one identity provider.
import type { Handler } from '../contract/operations.ts'
import { versionTwoIssuer } from '../tokens/claims.ts'
import { keySet } from '../tokens/key-set.ts'
import type { Authority } from './authorities.ts'
import { CONSUMERS_TENANT_ID, getAuthority } from './authorities.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import { discoveryHeaders, jsonType } from './headers.ts'

const PRODUCTION = 'https://login.microsoftonline.com'

export const getConfiguration: Handler<'signIn.discovery.getConfiguration', SignInContext> = (
  { path },
  { state, origin },
) => {
  const authority = getAuthority(state, path.authorityTenant)
  const base = `${origin}/${nameOf(authority)}`
  return {
    status: 200,
    headers: { ...jsonType, ...discoveryHeaders },
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: [
        'client_secret_post',
        'private_key_jwt',
        'client_secret_basic',
      ],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: versionTwoIssuer(origin, issuerTenantOf(authority)),
      request_uri_parameter_supported: false,
      userinfo_endpoint: `${origin === PRODUCTION ? 'https://graph.microsoft.com' : origin}/oidc/userinfo`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      http_logout_supported: true,
      frontchannel_logout_supported: true,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      claims_supported: [...claimsSupported],
      kerberos_endpoint: `${base}/kerberos`,
      tenant_region_scope: authority.kind === 'tenant' ? 'NA' : null,
      cloud_instance_name: 'microsoftonline.com',
      cloud_graph_host_name: 'graph.windows.net',
      msgraph_host: 'graph.microsoft.com',
      rbac_url: 'https://pas.windows.net',
    },
  }
}

const claimsSupported = [
  'sub',
  'iss',
  'cloud_instance_name',
  'cloud_instance_host_name',
  'cloud_graph_host_name',
  'msgraph_host',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'acr',
  'nonce',
  'preferred_username',
  'name',
  'tid',
  'ver',
  'at_hash',
  'c_hash',
  'email',
] as const

export const getKeys: Handler<'signIn.discovery.getKeys', SignInContext> = async (
  { path },
  { state, origin, keys },
) => {
  const authority = getAuthority(state, path.authorityTenant)
  await keys.ready()
  return {
    status: 200,
    headers: { ...jsonType, ...discoveryHeaders },
    body: keySet(keys.all, versionTwoIssuer(origin, issuerTenantOf(authority))),
  }
}

/** @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const clouds = [
  {
    preferred_network: 'login.microsoftonline.com',
    preferred_cache: 'login.windows.net',
    aliases: [
      'login.microsoftonline.com',
      'login.windows.net',
      'login.microsoft.com',
      'sts.windows.net',
    ],
  },
  {
    preferred_network: 'login.partner.microsoftonline.cn',
    preferred_cache: 'login.partner.microsoftonline.cn',
    aliases: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  },
  {
    preferred_network: 'login.microsoftonline.de',
    preferred_cache: 'login.microsoftonline.de',
    aliases: ['login.microsoftonline.de'],
  },
  {
    preferred_network: 'login.microsoftonline.us',
    preferred_cache: 'login.microsoftonline.us',
    aliases: ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
  },
  {
    preferred_network: 'login-us.microsoftonline.com',
    preferred_cache: 'login-us.microsoftonline.com',
    aliases: ['login-us.microsoftonline.com'],
  },
] as const

export const getInstance: Handler<'signIn.discovery.getInstance', SignInContext> = (
  { query },
  { origin },
) => {
  const endpoint = query.authorization_endpoint
  if (endpoint === undefined) throw signInErrors.parameterMissing('authorization_endpoint')
  const asked = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  const own = new URL(origin).host
  const known = clouds.flatMap(({ aliases }) => [...aliases])
  if (asked === undefined || (asked.host !== own && !known.some(host => host === asked.host)))
    throw signInErrors.instanceUnknown()
  const [, tenant = 'common'] = asked.pathname.split('/')
  const isCloud = known.some(host => host === own)
  const metadata = clouds.map(cloud => ({ ...cloud, aliases: [...cloud.aliases] }))
  return {
    status: 200,
    headers: { ...jsonType, ...discoveryHeaders },
    body: {
      tenant_discovery_endpoint: `${asked.origin}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': query['api-version'] ?? '1.0',
      metadata: isCloud
        ? metadata
        : [{ preferred_network: own, preferred_cache: own, aliases: [own] }, ...metadata],
    },
  }
}

/** The first segment of the addresses; asked for by a domain, they carry the id. */
function nameOf(authority: Authority): string {
  return authority.kind === 'tenant' ? authority.tenant.definition.id : authority.kind
}

/** Literally a template where the tenant is not known yet. */
function issuerTenantOf(authority: Authority): string {
  if (authority.kind === 'tenant') return authority.tenant.definition.id
  return authority.kind === 'consumers' ? CONSUMERS_TENANT_ID : '{tenantid}'
}
