// What becomes of what a sign-in leaves behind, by the table.
// https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation
import type { Fates } from './held-credentials.ts'
import { allLive } from './held-credentials.ts'

/** A user's own new password ends what the user signed in to by password. */
export const byPasswordChange: Fates = {
  ...allLive,
  passwordCookie: 50132,
  passwordToken: 50173,
  capableAccessToken: 'challenged',
}
/** All there is but access tokens without challenges. */
export const byRevocation: Fates = {
  passwordCookie: 50132,
  passwordToken: 50173,
  otherCookie: 50132,
  otherToken: 50173,
  confidentialTokens: [50173, 50173],
  capableAccessToken: 'challenged',
  accessToken: 'lives',
}
/** Nothing works while there is no account, or none that is enabled. */
export const withoutAccount = (number: number): Fates => ({
  passwordCookie: 50058,
  passwordToken: number,
  otherCookie: 50058,
  otherToken: number,
  confidentialTokens: [number, number],
  capableAccessToken: 'refused',
  accessToken: 'refused',
})

/** What an administrator's reset leaves. */
export const byReset: Fates = { ...byRevocation, otherCookie: 'lives' }
