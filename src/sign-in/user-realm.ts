// signIn.userRealm.*: how an account signs in.
import type { Handler } from '../contract/operations.ts'
import type { SignInContext } from './context.ts'
import { jsonType, noStore } from './headers.ts'

export const get: Handler<'signIn.userRealm.get', SignInContext> = ({ path }, { state }) => {
  const domain = path.userName.split('@').at(-1)?.toLowerCase() ?? ''
  const isManaged = path.userName.includes('@') && state.findTenant(domain) !== undefined
  return {
    status: 200,
    headers: { ...jsonType, ...noStore },
    body: {
      ver: '1.0',
      account_type: isManaged ? 'Managed' : 'Unknown',
      ...(isManaged && { domain_name: domain }),
      cloud_instance_name: 'microsoftonline.com',
      cloud_audience_urn: 'urn:federation:MicrosoftOnline',
    },
  }
}
