// The account of the built-in tenant that the tests of control.users change, and what is seen of it from outside.
import type { Understudy } from '../../src/api.ts'
import { clients, DOMAIN, ids, upn } from './contoso.ts'
import { daemon } from './revocation.ts'
import type { Reply } from './understudy.ts'
import { graph, tokenFor } from './understudy.ts'
import { readReply } from './wire.ts'

export const USERS = '/_understudy/users'
export const PATCH_ADELE = `PATCH ${USERS}/adele` as const
/** Adele's. */
export const PASSWORD = 'adele-Passw0rd!'
export const NEW_PASSWORD = 'n3w-Passw0rd!'

const WATCHED = 'accountEnabled,lastPasswordChangeDateTime,signInSessionsValidFromDateTime'

/** What Microsoft Graph shows of a user's account; of Adele's when no other id is given. */
export async function accountOf(
  understudy: Understudy,
  userId: string = ids.adele,
): Promise<unknown> {
  const token = await tokenFor(understudy, daemon)
  const line = `GET /v1.0/users/${userId}?$select=${WATCHED}` as const
  const { '@odata.context': _, ...members } = Object(
    (await graph(understudy, line, { token })).json,
  )
  return members
}

/** Asks the token endpoint, as the web app. */
export async function grant(
  understudy: Understudy,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  const body = new URLSearchParams({
    client_id: clients.web,
    client_secret: 'web-secret',
    scope: 'offline_access User.Read',
    ...fields,
  })
  const url = `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0/token`
  return readReply(await understudy.fetch(url, { method: 'POST', body }))
}

/** Adele's sign-in with a password. */
export function signIn(understudy: Understudy, password: string): Promise<Reply> {
  return grant(understudy, { grant_type: 'password', username: upn('adele'), password })
}
