// What the tests that write users do again and again: whole tenants compared, users as Graph shows them, requests of an application that may write.
import type { Test } from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { upn } from './contoso.ts'
import type { Reply } from './understudy.ts'
import { control, graph, tokenFor } from './understudy.ts'

/** An application that may write everything of everybody without a role. */
export const writer: TokenRequest = {
  roles: [
    'User.ReadWrite.All',
    'User.ManageIdentities.All',
    'User-PasswordProfile.ReadWrite.All',
    'User-LifeCycleInfo.ReadWrite.All',
    'User.Read.All',
    'User.DeleteRestore.All',
  ],
}

/** Permissions by which nothing is held back but what roles hold back. */
export const allScopes = [
  'User.ReadWrite.All',
  'User.ManageIdentities.All',
  'Directory.AccessAsUser.All',
  'User-PasswordProfile.ReadWrite.All',
  'User.DeleteRestore.All',
]

export const newMember = {
  accountEnabled: true,
  displayName: 'Cameron White',
  mailNickname: 'cameron',
  userPrincipalName: upn('cameron'),
  passwordProfile: { password: 'cameron-Passw0rd!' },
} as const

export async function asWriter(
  understudy: Understudy,
  line: `${string} /${string}`,
  body?: unknown,
): Promise<Reply> {
  return graph(understudy, line, { token: await tokenFor(understudy, writer), body })
}

/** The selected properties of a user. */
export async function read(
  understudy: Understudy,
  user: string,
  select: string,
): Promise<Readonly<Record<string, unknown>>> {
  const path = `/beta/users/${encodeURIComponent(user)}?$select=${select}` as const
  const { '@odata.context': _, ...members } = Object(
    (await asWriter(understudy, `GET ${path}`)).json,
  )
  return members
}

/** Everything that a double holds but its requests: what must be the same after what failed. */
export async function everything(understudy: Understudy): Promise<unknown> {
  await control(understudy, 'POST /_understudy/snapshots', { body: { name: 'compared' } })
  const { tenants } = Object(
    (await control(understudy, 'GET /_understudy/snapshots/compared')).json,
  )
  return tenants
}

/** Runs something that is to fail, and holds the double to being as it was before. */
export async function changesNothing(
  t: Test,
  understudy: Understudy,
  attempt: () => Promise<Reply>,
): Promise<Reply> {
  const before = await everything(understudy)
  const reply = await attempt()
  t.ok(reply.status >= 400, reply.text)
  t.same(await everything(understudy), before)
  return reply
}
