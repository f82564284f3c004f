// The WWW-Authenticate values of the Graph surface: the bare one of every 401, and the claims challenge after a revocation.
import type { Settings } from '../state/settings.ts'

type Generation = Settings['revocation']['challenge']

const AUTHORIZE = 'https://login.microsoftonline.com/common/oauth2/authorize'
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000'
const RESULT = 'result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp'

const parameters = `realm="", authorization_uri="${AUTHORIZE}", client_id="${GRAPH_APP_ID}"`

export const bareChallenge = `Bearer ${parameters}`

/** The forms in which the real service has sent the same challenge. @see docs/deviations.md for which client reads which */
const forms: Record<Generation, (claims: string) => string> = {
  2021: claims => `${bareChallenge}, error="insufficient_claims", claims="${claims}"`,
  2022: claims =>
    `Bearer realm="", authorization_uri=${AUTHORIZE}, client_id="${GRAPH_APP_ID}", error="insufficient_claims", claims="${claims}", errorDescription="Continuous access evaluation resulted in claims challenge with ${RESULT}"`,
  2024: claims =>
    `PoP ${parameters}, nonce="ey==", ${bareChallenge}, error_description="Continuous access evaluation resulted in challenge with ${RESULT}", error="insufficient_claims", claims="${claims}"`,
}

/**
 * Asks for a token that is valid from now.
 * @param now milliseconds since the epoch: the time of the challenge, not of the revocation
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(generation: Generation, now: number): string {
  const claims = `{"access_token":{"nbf":{"essential":true, "value":"${Math.floor(now / 1000)}"}}}`
  return forms[generation](Buffer.from(claims).toString('base64'))
}
