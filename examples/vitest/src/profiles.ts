// Reads the profile of a signed-in user. It declares cp1, so Microsoft Graph may refuse a token at any time, and say what it wants instead.
import type { AccountInfo } from '@azure/msal-node'
import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-node'

export const scopes = ['User.Read']

export interface Profile {
  readonly displayName: string
  readonly jobTitle: string | null
}

/** The user has to sign in again; the sign-in must be asked for `claims`. */
export class SignInRequired extends Error {
  override readonly name = 'SignInRequired'
  readonly claims: string | undefined

  constructor(claims: string | undefined, cause: unknown) {
    super('Sign in again.', { cause })
    this.claims = claims
  }
}

export function createClient(clientId: string, tenantId: string): PublicClientApplication {
  const authority = `https://login.microsoftonline.com/${tenantId}`
  return new PublicClientApplication({
    auth: { clientId, authority, clientCapabilities: ['cp1'] },
  })
}

export class Profiles {
  readonly #msal: PublicClientApplication

  constructor(msal: PublicClientApplication) {
    this.#msal = msal
  }

  /** Rejects with SignInRequired when nothing but the user can help. */
  async read(account: AccountInfo): Promise<Profile> {
    let response = await callGraph(await this.#token(account))
    const claims = claimsDemandedBy(response)
    if (claims !== undefined) response = await callGraph(await this.#token(account, claims))
    if (!response.ok) throw new Error(`Microsoft Graph answered ${response.status}.`)
    const { displayName, jobTitle } = await response.json()
    return { displayName, jobTitle }
  }

  async #token(account: AccountInfo, claims?: string): Promise<string> {
    const demand = claims === undefined ? {} : { claims }
    try {
      return (await this.#msal.acquireTokenSilent({ scopes, account, ...demand })).accessToken
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError) throw new SignInRequired(claims, error)
      throw error
    }
  }
}

/** `GET /me`; once more when throttled, after the time that is asked for. */
async function callGraph(token: string): Promise<Response> {
  const call = () =>
    fetch('https://graph.microsoft.com/v1.0/me', { headers: { authorization: `Bearer ${token}` } })
  const response = await call()
  if (response.status !== 429) return response
  const seconds = Number(response.headers.get('retry-after') ?? 1)
  await new Promise(resolve => setTimeout(resolve, seconds * 1000))
  return call()
}

/** The claims of a claims challenge, as JSON. */
function claimsDemandedBy({ status, headers }: Response): string | undefined {
  if (status !== 401) return undefined
  const [, claims] = /claims="([^"]+)"/.exec(headers.get('www-authenticate') ?? '') ?? []
  return claims === undefined ? undefined : atob(claims)
}
