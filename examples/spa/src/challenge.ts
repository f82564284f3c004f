// Claims challenges: what Graph says in WWW-Authenticate when a token has been revoked.

interface Challenge {
  readonly scheme: string
  readonly parameters: Readonly<Record<string, string>>
}

/** A name; then, unless it is a scheme, `=` and a value with or without quotes. */
const PART = /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g

/**
 * The challenges of a `WWW-Authenticate` header, which may hold several (`PoP …, Bearer …`), in their order.
 * @see RFC 9110, section 11.6.1
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: {} })
    else Object.assign(challenges.at(-1)?.parameters ?? {}, { [name.toLowerCase()]: value })
  }
  return challenges
}

/**
 * The claims to ask for, as JSON, ready for MSAL; undefined when the answer is not a claims challenge.
 * They arrive in Base64. MSAL ignores them without a word when they are passed on like that.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsDemandedBy({ status, headers }: Response): string | undefined {
  if (status !== 401) return undefined
  const bearer = parseChallenges(headers.get('WWW-Authenticate') ?? '').find(
    ({ scheme, parameters }) => scheme === 'bearer' && parameters.error === 'insufficient_claims',
  )
  const claims = bearer?.parameters.claims
  return claims === undefined ? undefined : atob(claims)
}
