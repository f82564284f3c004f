// The settings of a client against the server: what MSAL makes of its authority, its client id and its redirect URI.
import type { TenantApplication, TenantView } from '../../client/test-tenant.ts'
import { PRODUCTION_HOSTS } from '../../hosts.ts'
import { nearest } from '../../nearest.ts'
import { matchesRedirectUri } from '../../sign-in/redirect-uris.ts'
import { codeOf, nobodyAt } from '../server-client.ts'
import { didYouMean } from '../usage-error.ts'
import type { Finding } from './finding.ts'
import { about } from './finding.ts'
import type { Probe } from './probe.ts'
import { probe } from './probe.ts'
import { parse } from './server-checks.ts'

/** Authorities of several tenants. */
const SHARED = ['common', 'organizations', 'consumers']

export interface ClientSettings {
  readonly authority: string | undefined
  readonly knownAuthorities: readonly string[] | undefined
  readonly clientId: string | undefined
  readonly redirectUri: string | undefined
}

/**
 * @param tenants all of the server's, if it shows them
 * @see docs/clients.md
 */
export async function checkAuthority(
  { authority = '', knownAuthorities }: ClientSettings,
  tenants: readonly TenantView[] = [],
): Promise<Finding[]> {
  const { ok, problem } = about('Authority')
  if (!URL.canParse(authority)) return [problem(`'${authority}' is no URL.`)]
  const { protocol, host, pathname } = new URL(authority)
  const tenant = pathname.split('/')[1] ?? ''
  if (protocol === 'http:')
    return [
      problem(
        `MSAL refuses an authority by http (authority_uri_insecure). Use ${authority.replace('http:', 'https:')}`,
      ),
    ]
  if (tenant === '')
    return [problem(`It names no tenant. Use https://${host}/TENANT, with its id or its domain.`)]
  if (PRODUCTION_HOSTS.includes(host))
    return [
      ok(`${authority} is Microsoft's own: have it answered in process, by intercept or route.`),
    ]
  return [
    ...(await checkDiscovery(`https://${host}/${tenant}`, nearestTenant(tenant, tenants))),
    checkKnownAuthorities(host, knownAuthorities),
  ]
}

async function checkDiscovery(authority: string, meant: string | undefined): Promise<Finding[]> {
  const { ok, problem } = about('Discovery')
  const url = `${authority}/v2.0/.well-known/openid-configuration`
  let answer: Probe
  try {
    answer = await probe(url)
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') return [problem(nobodyAt(new URL(url).origin))]
    return [problem(`${url} does not answer (${codeOf(error) || String(error)}).`)]
  }
  const document = parse(answer.body)
  const { issuer } = document
  if (answer.status !== 200 || typeof issuer !== 'string') {
    const { error_description: description } = document
    const reason = typeof description === 'string' ? `: ${firstSentence(description)}` : '.'
    return [problem(`${url} answers ${answer.status}${reason}${didYouMean(meant)}`)]
  }
  return [ok(`${url} answers.`), checkIssuer(issuer, authority)]
}

/** What it says before it goes into what every error has. */
function firstSentence(description: string): string {
  return /^.*?\.(?= |$)/.exec(description)?.[0] ?? description
}

function nearestTenant(name: string, tenants: readonly TenantView[]): string | undefined {
  return nearest(
    name,
    tenants.flatMap(({ id, domain }) => [domain, id]),
  )
}

/** MSAL from version 5 on takes an issuer of the authority's own origin, or one of Microsoft's hosts. */
function checkIssuer(issuer: string, authority: string): Finding {
  const { ok, problem } = about('Issuer')
  const origin = URL.canParse(issuer) ? new URL(issuer).origin : issuer
  const isTaken =
    origin === new URL(authority).origin ||
    PRODUCTION_HOSTS.some(host => origin === `https://${host}`)
  if (isTaken) return ok(`${issuer} is of the authority's origin, as MSAL wants it.`)
  return problem(
    `${issuer} is not of the authority's origin, and MSAL fails with endpoints_resolution_error. Use an authority at ${origin}, or start the server with --public-url ${new URL(authority).origin}`,
  )
}

function checkKnownAuthorities(host: string, given: readonly string[] | undefined): Finding {
  const { ok, advice, problem } = about('Known authorities')
  const setting = `knownAuthorities: ['${host}']`
  if (given === undefined) return advice(`MSAL needs ${setting}, with the port.`)
  if (given.includes(host)) return ok(`${host} is among them.`)
  return problem(
    `${host} is not among ${given.join(', ')}: MSAL then asks Microsoft, and fails with endpoints_resolution_error. Set ${setting}, with the port.`,
  )
}

/** @param tenants all of the server's */
export function checkClient(
  { authority, clientId = '', redirectUri }: ClientSettings,
  tenants: readonly TenantView[],
): Finding[] {
  const { ok, problem } = about('Client id')
  const applications = ofAuthority(authority, tenants).flatMap(tenant =>
    tenant.applications.map(application => ({ tenant, application })),
  )
  const wanted = clientId.toLowerCase()
  const found = applications.find(({ application }) => application.appId === wanted)
  if (found === undefined) {
    const known = applications.map(({ application }) => application.appId)
    const names = applications.map(
      ({ application: { appId, displayName } }) => `${appId} (${displayName})`,
    )
    const meant = didYouMean(nearest(wanted, known)) || ` There are: ${names.join(', ')}.`
    return [problem(`There is no client ${clientId}.${meant}`)]
  }
  const { displayName, type } = found.application
  return [
    ok(`${clientId} is ${displayName} (${type}) of ${found.tenant.domain}.`),
    ...(redirectUri === undefined ? [] : [checkRedirectUri(found.application, redirectUri)]),
  ]
}

/** The tenants that an authority may mean: by id or domain, or all. */
function ofAuthority(
  authority: string | undefined,
  tenants: readonly TenantView[],
): readonly TenantView[] {
  if (authority === undefined || !URL.canParse(authority)) return tenants
  const segment = (new URL(authority).pathname.split('/')[1] ?? '').toLowerCase()
  const meant = tenants.filter(({ id, domain }) => [id, domain.toLowerCase()].includes(segment))
  return meant.length === 0 || SHARED.includes(segment) ? tenants : meant
}

function checkRedirectUri(
  { type, redirectUris, displayName }: TenantApplication,
  uri: string,
): Finding {
  const { ok, problem } = about('Redirect URI')
  const isPublic = type === 'spa' || type === 'device'
  if (redirectUris.some(registered => matchesRedirectUri(registered, uri, isPublic)))
    return ok(`${uri} is registered.`)
  const meant = didYouMean(nearest(uri, redirectUris))
  const list = redirectUris.length === 0 ? 'none' : redirectUris.join(', ')
  return problem(
    `${uri} is not registered for ${displayName} (AADSTS50011); registered: ${list}.${meant} Register it in the fixture, or in a tenant's overrides.`,
  )
}
