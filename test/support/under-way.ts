// What may be under way while a user is revoked, and what it must be worth afterwards.
import type { Understudy } from '../../src/api.ts'
import { ids } from './contoso.ts'
import type { Page } from './form-browser.ts'
import { answerOf, Browser, errorOf } from './form-browser.ts'
import {
  askToken,
  authorizeUrl,
  CAPABLE,
  device,
  OWN_API,
  redeemCode,
  refresh,
  tokensOf,
  web,
} from './sign-in.ts'
import { OBO_GRANT, quickCode, quickTokens, refusal } from './sign-in-flow.ts'
import type { Reply } from './understudy.ts'
import { graph, tokenFor } from './understudy.ts'

/** 0, 1, 2 … */
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Revokes adele's sessions. @param token of `adminToken` */
export function revoke(understudy: Understudy, token: string): Promise<Reply> {
  return graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, { token })
}

export function adminToken(understudy: Understudy): Promise<string> {
  return tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
}

/** Credentials of adele that come before the revocation. */
export interface Before {
  readonly refreshToken: string
  readonly codes: readonly string[]
  readonly assertion: string
  readonly browser: Browser
}

/** Signs adele in. @param codeCount how many codes to hold, one for each that is to be redeemed */
export async function signedIn(understudy: Understudy, codeCount = 1): Promise<Before> {
  const browser = new Browser(understudy)
  const { refresh_token: refreshToken = '' } = await quickTokens(understudy, web, {}, { browser })
  const { access_token: assertion } = await quickTokens(understudy, device, {
    scope: `${OWN_API}/access_as_user`,
  })
  const codes = await Promise.all(numbers(codeCount).map(() => quickCode(understudy, web)))
  return { refreshToken, codes, assertion, browser }
}

export const claims = { claims: CAPABLE }
export type Act = (understudy: Understudy, before: Before, index: number) => Promise<Reply | Page>

/** On behalf of. */
export function exchange(understudy: Understudy, { assertion }: Before): Promise<Reply> {
  return askToken(understudy, web, {
    grant_type: OBO_GRANT,
    requested_token_use: 'on_behalf_of',
    scope: 'User.Read offline_access',
    assertion,
    ...claims,
  })
}

/** What a client may ask for by a credential of before, by name. */
export const acts: Readonly<Record<'refresh' | 'redeem' | 'exchange' | 'silent', Act>> = {
  refresh: (understudy, { refreshToken }) => refresh(understudy, web, refreshToken, claims),
  redeem: (understudy, { codes }, index) => redeemCode(understudy, web, codes[index], claims),
  exchange,
  silent: (_, { browser }) => browser.open(authorizeUrl(web, { prompt: 'none' })),
}

/** That nothing an answer holds is worth anything any more, once the revocation has been answered. */
export async function isDead(understudy: Understudy, answer: Reply | Page): Promise<boolean> {
  if ('html' in answer) {
    const { code } = answerOf(answer)
    if (code === undefined) return errorOf(answer)[1] === 'AADSTS50132'
    return refusal(await redeemCode(understudy, web, code)) === '400 invalid_grant 50173'
  }
  if (answer.status !== 200) return refusal(answer) === '400 invalid_grant 50173'
  const { access_token: token, refresh_token: refreshToken } = tokensOf(answer)
  const [call, renewal] = await Promise.all([
    graph(understudy, 'GET /v1.0/me', { token }),
    refresh(understudy, web, refreshToken),
  ])
  return call.status === 401 && refusal(renewal) === '400 invalid_grant 50173'
}
