// What programs that use @azure/identity share: the settings that docs/clients.md gives, and a person's credential.
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import { UsernamePasswordCredential } from '@azure/identity'
import { clients, TENANT_ID } from './contoso.ts'
import { adele, origin } from './journey-client.ts'
import type { Person } from './sign-in-pages.ts'

export const settings = { authorityHost: origin, disableInstanceDiscovery: true }
export const graphDefault = 'https://graph.microsoft.com/.default'

/** By the device client. Of all credentials it is the one that signs a person in again by itself. */
export function passwordCredential({
  login,
  password,
}: Person = adele): UsernamePasswordCredential {
  return new UsernamePasswordCredential(TENANT_ID, clients.device, login, password, settings)
}

/** Passes everything on, and remembers what it was asked for. */
export class RecordingCredential implements TokenCredential {
  readonly asked: { readonly scopes: readonly string[]; readonly claims: string | undefined }[] = []
  readonly #credential: TokenCredential

  constructor(credential: TokenCredential) {
    this.#credential = credential
  }

  getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
    this.asked.push({ scopes: [scopes].flat(), claims: options.claims })
    return this.#credential.getToken(scopes, options)
  }
}

/** @throws Error when there is none */
export async function tokenOf(
  credential: TokenCredential,
  scope: string,
  options?: GetTokenOptions,
): Promise<string> {
  const token = await credential.getToken(scope, options)
  if (token === null) throw new Error('There is no token.')
  return token.token
}
