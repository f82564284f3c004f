// Pure: tenant, client, user and permissions to the claims of one access token: of version 1.0 for Microsoft Graph, whichever endpoint
// issues it, and of version 2.0 for applications.
import type { Application } from '../state/applications.ts'
import { isConfidential } from '../state/applications.ts'
import { rolesOf } from '../state/groups.ts'
import type { Mark } from '../state/revocation.ts'
import type { SignInMethod } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { opaque, opaqueHex, pairwiseSubject } from './opaque.ts'
import { encodeTokenId } from './token-id.ts'

/** Microsoft Graph as an audience: by address, or by the id of its application. */
export const graphAudiences = [
  'https://graph.microsoft.com',
  '00000003-0000-0000-c000-000000000000',
] as const

/** In every member's `wids`, whatever roles it has. */
const MEMBER_WID = 'b79fbf4d-3ef9-4689-8143-76b194e85509'

/** How a client proves who it is, as `appidacr` and `azpacr` have it: not at all, by secret, by certificate. */
export type ClientAuthentication = '0' | '1' | '2'

export interface TokenSubject {
  readonly tenant: Tenant
  readonly client: Application
  /** Absent for an app-only token. */
  readonly user?: User | undefined
  /** How the user signed in; with a password when left out. */
  readonly method?: SignInMethod
  /** When the user signed in; with the token when left out. */
  readonly authenticated?: Mark
  /** How the client proved who it is; by its type when left out. */
  readonly clientAuthentication?: ClientAuthentication
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  readonly capabilities: readonly string[]
  readonly audience: string
  readonly issued: Mark
  /** Epoch seconds. */
  readonly expires: number
  /** At least 16 bytes. */
  readonly random: Uint8Array
}

/** @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export function graphTokenClaims(subject: TokenSubject): Record<string, unknown> {
  const { tenant, client, issued, expires, random, audience, user } = subject
  const iat = Math.floor(issued.at / 1000)
  return {
    aud: audience,
    iss: issuerOf(tenant),
    iat,
    nbf: iat,
    exp: expires,
    aio: Buffer.from(random).toString('base64url'),
    app_displayname: client.displayName,
    appid: client.appId,
    appidacr: clientAuthenticationOf(subject),
    ...(user === undefined ? appClaims(subject) : userClaims(subject, user)),
    rh: resourceHint(tenant, client),
    tenant_region_scope: 'NA',
    tid: tenant.definition.id,
    uti: encodeTokenId(issued, random),
    ver: '1.0',
    xms_tcdt: Date.parse(tenant.definition.createdDateTime) / 1000,
    ...capabilityClaims(subject),
  }
}

/** The issuer of version 1.0 tokens, with its trailing slash. */
export function issuerOf({ definition }: Tenant): string {
  return `https://sts.windows.net/${definition.id}/`
}

/** The claims of a token for an application of the tenant. @param issuer as `versionTwoIssuer` has it */
export function applicationTokenClaims(
  subject: TokenSubject,
  issuer: string,
): Record<string, unknown> {
  const { tenant, client, issued, expires, random, audience, user, scopes, roles } = subject
  const iat = Math.floor(issued.at / 1000)
  return {
    aud: audience,
    iss: issuer,
    iat,
    nbf: iat,
    exp: expires,
    // Opaque to clients; by it, what is exchanged for the token is as old as the sign-in behind it.
    aio: encodeTokenId(subject.authenticated ?? issued, random),
    azp: client.appId,
    azpacr: clientAuthenticationOf(subject),
    ...(user !== undefined && {
      name: user.displayName ?? user.userPrincipalName,
      preferred_username: user.userPrincipalName,
    }),
    oid: user?.id ?? client.servicePrincipalId,
    rh: resourceHint(tenant, client),
    ...(roles.length > 0 && { roles }),
    ...(user !== undefined && { scp: scopes.join(' ') }),
    sub: user === undefined ? client.servicePrincipalId : pairwiseSubject(user.id, audience),
    tid: tenant.definition.id,
    uti: encodeTokenId(issued, random),
    ver: '2.0',
  }
}

/** The issuer of version 2.0 tokens and of id tokens. @param origin `https://login.microsoftonline.com`, or the double's own */
export function versionTwoIssuer(origin: string, tenantId: string): string {
  return `${origin}/${tenantId}/v2.0`
}

/** Opaque to clients. */
export function resourceHint({ definition }: Tenant, { appId }: Application): string {
  return `0.${opaque('rh', definition.id, appId)}.`
}

function clientAuthenticationOf({
  client,
  clientAuthentication,
}: TokenSubject): ClientAuthentication {
  return clientAuthentication ?? (isConfidential(client) ? '1' : '0')
}

const methodReferences: Readonly<Record<SignInMethod, string>> = {
  password: 'pwd',
  passkey: 'fido',
}

function userClaims(
  { tenant, client, scopes, method }: TokenSubject,
  user: User,
): Record<string, unknown> {
  return {
    acct: user.userType === 'Guest' ? 1 : 0,
    acr: '1',
    amr: [methodReferences[method ?? 'password']],
    ...(user.surname !== null && { family_name: user.surname }),
    ...(user.givenName !== null && { given_name: user.givenName }),
    idtyp: 'user',
    ipaddr: '127.0.0.1',
    name: user.displayName ?? user.userPrincipalName,
    oid: user.id,
    platf: '5',
    puid: opaqueHex('puid', user.id),
    scp: scopes.join(' '),
    sub: pairwiseSubject(user.id, 'graph'),
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
    wids: [...rolesOf(tenant, user), MEMBER_WID],
    xms_idrel: '1 12',
    xms_st: { sub: pairwiseSubject(user.id, client.appId) },
    xms_tdbr: 'NA',
  }
}

function appClaims({ tenant, client, roles }: TokenSubject): Record<string, unknown> {
  return {
    idp: issuerOf(tenant),
    idtyp: 'app',
    oid: client.servicePrincipalId,
    ...(roles.length > 0 && { roles }),
    sub: client.servicePrincipalId,
  }
}

function capabilityClaims({ capabilities }: TokenSubject): Record<string, unknown> {
  if (capabilities.length === 0) return {}
  return { xms_cc: capabilities, ...(declaresChallenges(capabilities) && { xms_ssm: '1' }) }
}

/** Whether a client said that it understands claims challenges: `cp1`, in any case. */
export function declaresChallenges(capabilities: readonly string[]): boolean {
  return capabilities.some(capability => capability.toLowerCase() === 'cp1')
}
