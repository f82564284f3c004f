// Judges an access token for Microsoft Graph: whom it speaks for, or which check refuses it and why.

import type { Clock } from '../clock.ts'
import { Recent } from '../recent.ts'
import type { Mark } from '../state/revocation.ts'
import { findRevocation, takesEffectAt } from '../state/revocation.ts'
import { timingOf } from '../state/settings.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { revocationsAgainst } from '../state/tenant.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import { graphAudiences, issuerOf } from './claims.ts'
import { parseJws, verifyRs256 } from './jws.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { AccessToken } from './token.ts'
import { readAccessToken } from './token.ts'

/** Who a token speaks for. */
export type Caller = UserCaller | AppCaller

export interface UserCaller {
  readonly kind: 'user'
  readonly tenant: Tenant
  readonly user: User
  readonly token: AccessToken
}

export interface AppCaller {
  readonly kind: 'app'
  readonly tenant: Tenant
  readonly token: AccessToken
}

/** Every way in which a token can be refused, with the check that does it and the reason in words. */
export const refusals = {
  missing: { check: 'form', reason: 'There is no token.' },
  malformed: {
    check: 'form',
    reason: 'It is not a JSON Web Token: three base64url parts, the first two of them JSON.',
  },
  algorithm: {
    check: 'signature',
    reason: 'Its header does not name RS256 and the key of this server.',
  },
  signature: {
    check: 'signature',
    reason: 'Its signature does not verify with the key of this server.',
  },
  audience: {
    check: 'audience',
    reason: 'It was issued for another resource than Microsoft Graph.',
  },
  issuer: {
    check: 'issuer',
    reason: 'Its tenant is not one of this server, or its issuer is not that tenant.',
  },
  expired: { check: 'lifetime', reason: 'It has expired.' },
  notYetValid: { check: 'lifetime', reason: 'It is not valid yet.' },
  unknownUser: { check: 'account', reason: 'Its user does not exist, or no longer does.' },
  disabledUser: { check: 'account', reason: "Its user's account is disabled." },
  revoked: {
    check: 'revocation',
    reason:
      "The user's sign-in sessions were revoked after it was issued, and its client declared cp1.",
  },
} as const

export type RefusalKind = keyof typeof refusals

export interface Refusal {
  readonly kind: 'refused'
  readonly refusal: RefusalKind
  /** The user and the tenant it speaks of, where it got that far. */
  readonly user?: User
  readonly tenant?: Tenant
  readonly token?: AccessToken
  /** The revocation that refuses it, and when that reached Graph in milliseconds since the epoch. */
  readonly revocation?: Mark & { readonly takesEffectAt: number }
}

const CACHED_TOKENS = 2_000
const CACHE_KEY_LENGTH = 32

/** Judges tokens by the state as it is now. Signatures are verified once per token; everything that can change is judged every time. */
export class TokenJudge {
  readonly #state: State
  readonly #keys: SigningKeys
  readonly #clock: Clock
  readonly #isOwnOrigin: (origin: string) => boolean
  /** By the end of the token, which is quicker to look up than the whole; the whole is compared then. */
  readonly #verified = new Recent<string, { readonly text: string; readonly token: AccessToken }>(
    CACHED_TOKENS,
  )

  /** @param isOwnOrigin whether a URL is an address of the double, which counts as an audience like Graph's own */
  constructor(
    state: State,
    keys: SigningKeys,
    clock: Clock,
    isOwnOrigin: (origin: string) => boolean = () => false,
  ) {
    this.#isOwnOrigin = isOwnOrigin
    this.#state = state
    this.#keys = keys
    this.#clock = clock
  }

  /** @param text the token as it was sent, without the scheme */
  judge(text: string): Caller | Refusal {
    const known = this.#verified.get(text.slice(-CACHE_KEY_LENGTH))
    const token = known?.text === text ? known.token : this.#verify(text)
    return typeof token === 'string' ? refuse(token) : this.#judgeVerified(token)
  }

  #verify(text: string): AccessToken | RefusalKind {
    const jws = parseJws(text)
    if (jws === undefined) return text === '' ? 'missing' : 'malformed'
    const key = this.#keys.find(jws.header.kid)
    if (jws.header.alg !== 'RS256' || key === undefined) return 'algorithm'
    if (!verifyRs256(jws, key.publicKey)) return 'signature'
    const token = readAccessToken(jws.payload)
    this.#verified.set(text.slice(-CACHE_KEY_LENGTH), { text, token })
    return token
  }

  #judgeVerified(token: AccessToken): Caller | Refusal {
    const { audience } = token
    if (!graphAudiences.some(known => known === audience) && !this.#isOwnOrigin(audience))
      return refuse('audience', { token })
    const tenant = this.#state.tenants.get(token.tenantId)
    if (tenant === undefined || token.issuer !== issuerOf(tenant))
      return refuse('issuer', { token })
    const now = nowIn(tenant, this.#clock)
    if (now >= token.expiresAt) return refuse('expired', { token })
    if (now < token.notBefore) return refuse('notYetValid', { token })
    if (token.isAppOnly) return { kind: 'app', tenant, token }
    return judgeUser(tenant, token, now)
  }
}

function judgeUser(tenant: Tenant, token: AccessToken, now: number): UserCaller | Refusal {
  const user = tenant.users.find(token.objectId)
  if (user === undefined) return refuse('unknownUser', { token, tenant })
  if (!user.accountEnabled) return refuse('disabledUser', { token, tenant, user })
  if (token.understandsChallenges) {
    const timing = timingOf(tenant.settings, 'graph')
    const credential = { kind: 'accessToken', issued: token.issued } as const
    const revocation = findRevocation(credential, revocationsAgainst(tenant, user), now, timing)
    if (revocation !== undefined) {
      return refuse('revoked', {
        token,
        tenant,
        user,
        revocation: { ...revocation, takesEffectAt: takesEffectAt(revocation, timing) },
      })
    }
  }
  return { kind: 'user', tenant, user, token }
}

function refuse(refusal: RefusalKind, details: Omit<Refusal, 'kind' | 'refusal'> = {}): Refusal {
  return { kind: 'refused', refusal, ...details }
}
