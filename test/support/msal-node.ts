// Applications of the built-in tenant as @azure/msal-node has them, with the settings that docs/clients.md gives.
import type { AccountInfo, AuthenticationResult, NodeAuthOptions } from '@azure/msal-node'
import { AuthError, ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node'
import { clients } from './contoso.ts'
import { authority, host, rejection } from './journey-client.ts'

const knownAuthorities = [host]

/** On a desktop or a device. @param auth such as `clientCapabilities: ['CP1']`, for one that can be met by claims challenges */
export function publicClient(
  auth: Pick<NodeAuthOptions, 'authority' | 'clientCapabilities'> = {},
): PublicClientApplication {
  return new PublicClientApplication({
    auth: { clientId: clients.device, authority, knownAuthorities, ...auth },
  })
}

/** On a server: with its secret, or with what is given instead. */
export function confidentialClient(
  clientId: string,
  credential: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'>,
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId, authority, knownAuthorities, ...credential },
  })
}

/** @throws Error when there is none */
export function accountOf({ account }: AuthenticationResult): AccountInfo {
  if (account === null) throw new Error('There is no account.')
  return account
}

/** What an app can tell the errors of MSAL apart by. */
export async function msalError(promise: Promise<unknown>) {
  const error = await rejection(promise)
  if (!(error instanceof AuthError)) throw error
  const { name, errorCode, subError } = error
  return { name, errorCode, subError, errorNo: 'errorNo' in error ? error.errorNo : undefined }
}
