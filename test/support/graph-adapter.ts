// How @microsoft/msgraph-sdk is given a token that is there already, and the double's address.
import { BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions'
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import { graphUrl } from './journey-client.ts'

export function adapterOf(token: string): GraphRequestAdapter {
  const provider = new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => token,
    getAllowedHostsValidator: () => {
      throw new Error('Nobody asks.')
    },
  })
  const adapter = new GraphRequestAdapter(provider)
  adapter.baseUrl = graphUrl
  return adapter
}
