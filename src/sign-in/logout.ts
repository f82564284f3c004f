// signIn.logout.*: ends the browser session, and lets the clients that took part know.

import type { Handler } from '../contract/operations.ts'
import { nowIn } from '../state/tenant-clock.ts'
import { findAccount } from '../state/tenant-users.ts'
import { versionTwoIssuer } from '../tokens/claims.ts'
import type { BrowserSession } from '../tokens/credentials.ts'
import { decodeLoginHint } from '../tokens/id-token.ts'
import { parseJws } from '../tokens/jws.ts'
import { getAuthority } from './authorities.ts'
import type { SignInContext } from './context.ts'
import { noStore } from './headers.ts'
import type { PageOutput } from './page-output.ts'
import { pageOutput } from './page-output.ts'
import { isRegistered } from './redirect-uris.ts'
import { LONGEST_SESSION_MILLISECONDS, readSessions, writeSessions } from './sessions.ts'

interface LogoutParameters {
  readonly post_logout_redirect_uri?: string
  readonly logout_hint?: string
  readonly id_token_hint?: string
  readonly state?: string
}

export const get: Handler<'signIn.logout.get', SignInContext> = ({ path, query }, context) =>
  logOut(context, path.authorityTenant, query)

export const post: Handler<'signIn.logout.post', SignInContext> = ({ path, body }, context) =>
  logOut(context, path.authorityTenant, body)

async function logOut(
  context: SignInContext,
  authorityName: string,
  parameters: LogoutParameters,
): Promise<PageOutput> {
  const authority = getAuthority(context.state, authorityName)
  const sessions = readSessions(context).filter(
    ({ tenantId }) => authority.kind !== 'tenant' || tenantId === authority.tenant.definition.id,
  )
  const meant = sessions.filter(session => isMeant(context, session, parameters))
  // A hint that fits nobody must not leave somebody signed in.
  const ended = meant.length > 0 ? meant : sessions
  for (const session of ended) await end(context, session)
  const kept = readSessions(context)
  const cookies = writeSessions(context, kept)
  const frontChannelUrls = ended.flatMap(session => frontChannelOf(context, session))
  const continueTo = continuation(context, parameters)
  if (frontChannelUrls.length === 0 && continueTo !== undefined)
    return { status: 302, headers: { ...noStore, location: continueTo }, cookies }
  return pageOutput({ kind: 'signedOut', frontChannelUrls, continueTo }, cookies)
}

async function end(
  { state, log, clock }: SignInContext,
  { tenantId, signIn: { sessionId } }: BrowserSession,
): Promise<void> {
  const now = nowIn(state.getTenant(tenantId), clock)
  const expiresAt = now + LONGEST_SESSION_MILLISECONDS
  await log.submit('endSession', { tenantId, sessionId, expiresAt })
}

/** The hinted account's session; every one without a hint. */
function isMeant(
  { state }: SignInContext,
  { tenantId, signIn }: BrowserSession,
  { logout_hint: hint, id_token_hint: idToken }: LogoutParameters,
): boolean {
  const tenant = state.tenants.get(tenantId)
  if (hint)
    return tenant !== undefined && findAccount(tenant, decodeLoginHint(hint))?.id === signIn.userId
  const sessionId = idToken === undefined ? undefined : parseJws(idToken)?.payload.sid
  return typeof sessionId !== 'string' || sessionId === signIn.sessionId
}

function frontChannelOf(
  { state, origin }: SignInContext,
  { tenantId, clientIds, signIn }: BrowserSession,
): readonly string[] {
  const applications = state.tenants.get(tenantId)?.applications
  return clientIds.flatMap(clientId => {
    const url = applications?.find(clientId)?.logoutUrl
    if (url === undefined || url === null) return []
    const called = new URL(url)
    called.searchParams.set('iss', versionTwoIssuer(origin, tenantId))
    called.searchParams.set('sid', signIn.sessionId)
    return [called.href]
  })
}

/** Only to an address that some client registered: anywhere else would be an open redirect. */
function continuation(
  { state }: SignInContext,
  { post_logout_redirect_uri: uri, state: echoed }: LogoutParameters,
): string | undefined {
  if (!uri) return undefined
  const isKnown = [...state.tenants.values()].some(({ applications }) =>
    applications.rows.some(client => isRegistered(client, uri)),
  )
  if (!isKnown) return undefined
  return echoed === undefined
    ? uri
    : `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ state: echoed })}`
}
