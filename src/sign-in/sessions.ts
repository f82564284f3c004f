// The browser session: which accounts are signed in at a browser, kept sealed in its cookies and nowhere else.

import type { SignIn } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import type { BrowserSession } from '../tokens/credentials.ts'
import type { SignInContext } from './context.ts'
import { judgeSession } from './judge-sign-in.ts'

/** By the names of the real ones: the second outlives the browser. */
const TRANSIENT = 'ESTSAUTH'
const PERSISTENT = 'ESTSAUTHPERSISTENT'

const DAY_MILLISECONDS = 24 * 3600 * 1000
const TRANSIENT_DAYS = 1
const PERSISTENT_DAYS = 90
/** A cookie holds four kilobytes, so much of each and no more. */
const MOST_ACCOUNTS = 5
const MOST_CLIENTS = 7

/** What reading the cookies takes. */
type CookieReader = Pick<SignInContext, 'seal' | 'state' | 'clock'> & {
  readonly headers: Pick<SignInContext['headers'], 'cookie'>
}

/** Those that have neither run out nor been signed out of, the one last used first. A cookie that cannot be opened counts as none. */
export function readSessions({
  seal,
  state,
  clock,
  headers,
}: CookieReader): readonly BrowserSession[] {
  return sessionCookies(headers.cookie)
    .flatMap(text => {
      const opened = seal.open('session', text)
      return typeof opened === 'string' ? [] : opened.sessions
    })
    .filter(({ tenantId, expiresAt, signIn }) => {
      const tenant = state.tenants.get(tenantId)
      return (
        tenant !== undefined &&
        expiresAt > nowIn(tenant, clock) &&
        !tenant.endedSessions.has(signIn.sessionId)
      )
    })
}

/** Values of `set-cookie` after which the browser holds these sessions and no others. */
export function writeSessions(
  context: SignInContext,
  sessions: readonly BrowserSession[],
): readonly string[] {
  return [false, true].map(isPersistent => {
    const own = sessions.filter(session => session.isPersistent === isPersistent)
    const name = isPersistent ? PERSISTENT : TRANSIENT
    const value = own.length === 0 ? '' : context.seal.seal('session', { sessions: own })
    return [`${name}=${value}`, ...attributes(context, own.length > 0, isPersistent)].join('; ')
  })
}

/** Host-only. SameSite=None lets the hidden frames of silent sign-in have it; browsers take that over https only. */
function attributes(
  { origin }: SignInContext,
  isKept: boolean,
  isPersistent: boolean,
): readonly string[] {
  const lifetime = isPersistent ? [`max-age=${PERSISTENT_DAYS * 24 * 3600}`] : []
  return [
    'path=/',
    'HttpOnly',
    ...(isKept ? lifetime : ['max-age=0']),
    ...(origin.startsWith('https:') ? ['Secure', 'SameSite=None'] : ['SameSite=Lax']),
  ]
}

/** How long any session can last: after that, its end need not be remembered. */
export const LONGEST_SESSION_MILLISECONDS = PERSISTENT_DAYS * DAY_MILLISECONDS

/** A new session in front of the others; it takes the place of an earlier one of the same account. */
export function addSession(
  { clock }: SignInContext,
  sessions: readonly BrowserSession[],
  tenant: Tenant,
  { signIn, isPersistent }: { readonly signIn: SignIn; readonly isPersistent: boolean },
): readonly BrowserSession[] {
  const days = isPersistent ? PERSISTENT_DAYS : TRANSIENT_DAYS
  const added: BrowserSession = {
    tenantId: tenant.definition.id,
    signIn,
    expiresAt: nowIn(tenant, clock) + days * DAY_MILLISECONDS,
    isPersistent,
    clientIds: [],
  }
  const others = sessions.filter(session => session.signIn.userId !== signIn.userId)
  return [added, ...others].slice(0, MOST_ACCOUNTS)
}

/** Remembers that a client took part, and puts the session in front. */
export function takePart(
  sessions: readonly BrowserSession[],
  sessionId: string,
  clientId: string,
): readonly BrowserSession[] {
  const used = sessions.find(({ signIn }) => signIn.sessionId === sessionId)
  if (used === undefined) return sessions
  const clientIds = [...new Set([clientId, ...used.clientIds])].slice(0, MOST_CLIENTS)
  return [{ ...used, clientIds }, ...sessions.filter(session => session !== used)]
}

/** What the browser's sessions in a tenant are worth now. */
export interface Standing {
  readonly live: readonly { readonly session: BrowserSession; readonly user: User }[]
  readonly revoked: readonly { readonly session: BrowserSession; readonly user: User }[]
}

export function judgeSessions(
  context: SignInContext,
  sessions: readonly BrowserSession[],
  tenant: Tenant,
): Standing {
  const live: { session: BrowserSession; user: User }[] = []
  const revoked: { session: BrowserSession; user: User }[] = []
  for (const session of sessions.filter(({ tenantId }) => tenantId === tenant.definition.id)) {
    const verdict = judgeSession(context, tenant, session.signIn)
    if (verdict.kind === 'stands') live.push({ session, user: verdict.user })
    if (verdict.kind === 'revoked') revoked.push({ session, user: verdict.user })
  }
  return { live, revoked }
}

/** The cookies of a request's header that hold sessions, unopened. */
export function sessionCookies(header: string | undefined): readonly string[] {
  return [TRANSIENT, PERSISTENT].flatMap(name => cookiesNamed(name, header))
}

function cookiesNamed(name: string, header = ''): readonly string[] {
  return header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`))
    .map(pair => pair.slice(name.length + 1))
}
