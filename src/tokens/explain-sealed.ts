// Why a refresh token, an authorization code or a session cookie is accepted or refused.
import type { Clock } from '../clock.ts'
import { isConfidential } from '../state/applications.ts'
import { takesEffectAt } from '../state/revocation.ts'
import { timingOf } from '../state/settings.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { validFrom } from '../state/tenant.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { SealedContents } from './credentials.ts'
import { cookieKind, grantKind } from './credentials.ts'
import type { ShownSignIn } from './judge-sign-in.ts'
import { judgeSignIn } from './judge-sign-in.ts'
import { CODE_MILLISECONDS, INACTIVITY_MILLISECONDS } from './lifetimes.ts'
import type { Seal } from './seal.ts'
import type { Verdict } from './verdict.ts'

/** A sealed credential in the form in which all of them are judged. Instants in milliseconds since the epoch. */
export interface Shown extends ShownSignIn {
  readonly name: 'refreshToken' | 'authorizationCode' | 'sessionCookie'
  readonly tenant: Tenant
  readonly clientId?: string
  readonly scope?: string
  readonly issuedAt: number
  readonly expiresAt: number
  readonly wasUsed: boolean
}

export interface SealedExplanation {
  readonly shown: Shown
  /** Where credentials of its kind are shown. */
  readonly verdict: Verdict
}

/** Undefined for what this server did not seal. */
export function explainSealed(
  services: { readonly seal: Seal; readonly state: State; readonly clock: Clock },
  text: string,
): SealedExplanation | undefined {
  const shown = open(services, text)
  return shown && { shown, verdict: judge(shown, nowIn(shown.tenant, services.clock)) }
}

function open(
  { seal, state }: { readonly seal: Seal; readonly state: State },
  text: string,
): Shown | undefined {
  const refreshToken = seal.open('refreshToken', text)
  if (typeof refreshToken === 'object') {
    const { issuedAt, endsAt = issuedAt + INACTIVITY_MILLISECONDS } = refreshToken
    return shownGrant('refreshToken', refreshToken, state.tenants.get(refreshToken.tenantId), {
      expiresAt: endsAt,
      wasUsed: false,
    })
  }
  const code = seal.open('authorizationCode', text)
  if (typeof code === 'object') {
    const tenant = state.tenants.get(code.tenantId)
    return shownGrant('authorizationCode', code, tenant, {
      expiresAt: code.issuedAt + CODE_MILLISECONDS,
      wasUsed: tenant?.redeemedCodes.has(code.codeId) === true,
    })
  }
  const cookie = seal.open('session', text)
  const session = typeof cookie === 'object' ? cookie.sessions[0] : undefined
  const tenant = session && state.tenants.get(session.tenantId)
  if (session === undefined || tenant === undefined) return undefined
  const { signIn, expiresAt } = session
  return {
    name: 'sessionCookie',
    surface: 'session',
    tenant,
    signIn,
    kind: cookieKind(signIn),
    issuedAt: signIn.authenticated.at,
    expiresAt,
    wasUsed: tenant.endedSessions.has(signIn.sessionId),
  }
}

function shownGrant(
  name: 'refreshToken' | 'authorizationCode',
  grant: SealedContents[typeof name],
  tenant: Tenant | undefined,
  life: Pick<Shown, 'expiresAt' | 'wasUsed'>,
): Shown | undefined {
  const client = tenant?.applications.find(grant.clientId)
  if (tenant === undefined || client === undefined) return undefined
  return {
    name,
    surface: 'token',
    tenant,
    signIn: grant.signIn,
    kind: grantKind(grant.signIn, isConfidential(client)),
    clientId: grant.clientId,
    scope: grant.scope,
    issuedAt: grant.issuedAt,
    ...life,
  }
}

const used = {
  refreshToken: '',
  authorizationCode: 'It was redeemed already.',
  sessionCookie: 'The session was signed out of.',
} as const

function judge(shown: Shown, now: number): Verdict {
  const { surface, tenant, signIn } = shown
  const verdict = judgeSignIn(tenant, shown, now)
  // The revocation looks at the sign-in, so that is the instant to show.
  const base = { issuedAt: signIn.authenticated.at }
  const refuse = (check: Verdict['check'], reason: string): Verdict => ({
    ...base,
    accepted: false,
    check,
    reason,
    ...('user' in verdict && { validFrom: validFrom(tenant, verdict.user).at }),
  })
  if (shown.wasUsed) return refuse('use', used[shown.name])
  if (now >= shown.expiresAt) return refuse('lifetime', 'It has expired.')
  switch (verdict.kind) {
    case 'unknownUser':
      return refuse('account', 'Its user no longer exists.')
    case 'disabledUser':
      return refuse('account', "Its user's account is disabled.")
    case 'revoked':
      return {
        ...refuse('revocation', causes[verdict.revocation.cause]),
        takesEffectAt: takesEffectAt(verdict.revocation, timingOf(tenant.settings, surface)),
      }
    case 'stands':
      return {
        ...refuse(null, 'It is valid, and no revocation that reaches it has taken effect.'),
        accepted: true,
      }
  }
}

const causes = {
  revocation: "The user's sign-in sessions were revoked after the sign-in behind it.",
  passwordChange: "The user's password was changed after the sign-in behind it.",
  passwordReset: "The user's password was reset after the sign-in behind it.",
} as const
