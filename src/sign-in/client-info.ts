// The `client_info` by which MSAL names an account in its cache.
import type { User } from '../state/users.ts'

/** Base64url of `{"uid":…,"utid":…}`. */
export function encodeClientInfo({ id }: User, tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: id, utid: tenantId })).toString('base64url')
}
