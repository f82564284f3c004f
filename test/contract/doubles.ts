// The doubles and the tokens of the conformance suite: together they can answer with every status the contract declares.
import type { Test } from 'tap'
import type { Understudy } from '../../src/api.ts'
import { controlHandlers } from '../../src/control/handlers.ts'
import { graphHandlers } from '../../src/graph/handlers.ts'
import { signInHandlers } from '../../src/sign-in/handlers.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { DOMAIN, ids, upn } from '../support/contoso.ts'
import { planFault } from '../support/faults.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'
import type { CredentialName } from './credentials.ts'
import { obtainCredentials } from './credentials.ts'

export type DoubleName = 'plain' | 'noContent' | 'automatic' | 'locked' | 'broken' | 'full'
export type Doubles = Readonly<Record<DoubleName, Understudy>>

const CONTROL_KEY = 'open-sesame'
/** A failure that strikes no case. */
const HARMLESS = { operationId: 'signIn.logout.get', after: 1_000_000, status: 503 }
/** The first second of the year 2100. */
const FAR_AWAY = 4_102_444_800

/** All doubles sign with one pair of keys and start with the same tenant, so an access token is good at each of them. */
export async function startDoubles(t: Test): Promise<Doubles> {
  const plain = await understudyFor(t, { generateUsers: GENERATED })
  const noContent = await understudyFor(t)
  await control(noContent, 'PATCH /_understudy/settings', {
    body: { revocation: { successStatus: 204 } },
  })
  const automatic = await understudyFor(t)
  await control(automatic, 'PATCH /_understudy/settings', { body: { signIn: 'automatic' } })
  const locked = await understudyFor(t, { controlKey: CONTROL_KEY })
  const broken = await understudyFor(
    t,
    {},
    {
      graphHandlers: failing(graphHandlers),
      signInHandlers: failing(signInHandlers),
      controlHandlers: failing(controlHandlers),
    },
  )
  return { plain, noContent, automatic, locked, broken, full: await startFullDouble(t) }
}

/** As many snapshots and planned failures as are kept. One snapshot is of a tenant whose domain another tenant has taken since. */
async function startFullDouble(t: Test): Promise<Understudy> {
  const full = await understudyFor(t)
  const take = (name: string) => control(full, 'POST /_understudy/snapshots', { body: { name } })
  const body = { name: 'homeless', tenant: DOMAIN }
  await control(full, 'POST /_understudy/snapshots', { body })
  await control(full, `DELETE /_understudy/tenants/${DOMAIN}`)
  await control(full, 'POST /_understudy/tenants', { body: { overrides: { domain: DOMAIN } } })
  await Promise.all(Array.from({ length: 1000 }, () => planFault(full, HARMLESS)))
  for (let number = 1; number < 100; number++) await take(`any-${number}`)
  return full
}

/** The same handlers, each of which fails when it is called. */
function failing<Handlers extends object>(handlers: Handlers): Handlers {
  const fail = () => {
    throw new Error('This handler fails on purpose.')
  }
  return new Proxy(handlers, { get: () => fail })
}

const scopes = [
  'User.Read',
  'User.ReadBasic.All',
  'User.RevokeSessions.All',
  'User.ReadWrite.All',
  'User-PasswordProfile.ReadWrite.All',
]
const appRoles = ['User.Read.All', 'User.RevokeSessions.All', 'User.ReadWrite.All']

const readerScopes = ['AuditLog.Read.All', 'Application.Read.All', 'Directory.Read.All']

const openIdScopes = ['openid', 'profile', 'email']

const requests = {
  member: { user: ids.adele, scopes },
  admin: { user: ids.admin, scopes },
  helpdesk: { user: 'helpdesk', scopes },
  personal: { user: ids.personal, scopes },
  app: { roles: appRoles },
  openId: { user: ids.adele, scopes: openIdScopes },
  personalOpenId: { user: ids.personal, scopes: openIdScopes },
  powerless: { user: ids.adele, scopes: ['Mail.Read'] },
  powerlessApp: { roles: ['Mail.Read'] },
  disabled: { user: ids.disabled, scopes },
  expired: { user: ids.adele, scopes, lifetimeSeconds: -60 },
  early: { user: ids.adele, scopes, claims: { nbf: FAR_AWAY, exp: FAR_AWAY + 60 } },
  foreign: { user: ids.adele, scopes, audience: 'https://management.azure.com' },
  strange: { user: ids.adele, scopes, claims: { iss: 'https://sts.windows.net/other/' } },
  orphaned: { user: ids.adele, scopes, claims: { oid: '00000000-0000-4000-8000-000000000000' } },
  auditor: { user: 'reader', scopes: readerScopes },
  auditorApp: { roles: readerScopes },
  personalAuditor: { user: ids.personal, scopes: readerScopes },
  curious: { user: ids.adele, scopes: readerScopes },
  guest: { user: ids.guest, scopes: readerScopes },
  forged: { user: ids.adele, scopes, signature: 'invalid' },
  revoked: { user: 'megan', scopes, capabilities: ['cp1'] },
} satisfies Record<string, TokenRequest>

export type TokenName =
  | keyof typeof requests
  | CredentialName
  | 'malformed'
  | 'controlKey'
  | 'snapshot'
  | 'fault'
  | ObjectName
/** Objects of the directory that cases ask for by their ids. */
type ObjectName = 'audit' | 'permissionGrant' | 'roleAssignment' | 'signIn' | 'tenant'

/** By token name. */
export type Tokens = ReadonlyMap<string, string>

/** Made up for the cases that take users away, each of which is done several times. */
const GENERATED = 200
const DELETED_FOR_EACH_ROUND = 20
/** A user that is deleted throughout. */
export const DELETED = '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a48'
const removed: string[] = []
let taken = 0

/** The name of a user that nothing was done to yet. */
export const nextUser = () => upn(`user${String(taken++).padStart(6, '0')}`)
/** The id of a user that was deleted, and that nothing was done to since. */
export const nextRemoved = () => removed.shift() ?? ''

async function deleteUser(plain: Understudy, name: string, token: string): Promise<string> {
  const { json } = await graph(plain, `GET /v1.0/users/${name}?$select=id`, { token })
  await graph(plain, `DELETE /v1.0/users/${name}`, { token })
  return String(Object(json).id)
}

/** The domain of a tenant that only the case that removes it needs. */
export const REMOVABLE = 'removable.example'

/** Also revokes the sessions behind the token that is to be a revoked one, and makes the tenant and the snapshots that cases need, at the plain double. */
export async function issueTokens({ plain }: Doubles): Promise<Tokens> {
  const tokens = new Map([
    ['malformed', 'not-a-token'],
    ['controlKey', CONTROL_KEY],
    ...Object.entries(await obtainCredentials(plain)),
  ])
  for (const [name, request] of Object.entries(requests)) {
    tokens.set(name, await tokenFor(plain, request))
  }
  await control(plain, 'POST /_understudy/tenants', { body: { overrides: { domain: REMOVABLE } } })
  for (const name of ['kept', 'removable'])
    await control(plain, 'POST /_understudy/snapshots', { body: { name } })
  tokens.set('fault', (await planFault(plain, HARMLESS)).id)
  tokens.set('snapshot', (await control(plain, 'GET /_understudy/snapshots/kept')).text)
  const token = tokens.get('app') ?? ''
  await graph(plain, `POST /v1.0/users/${upn('megan')}/revokeSignInSessions`, { token })
  await findObjects(plain, tokens)
  await graph(plain, `DELETE /v1.0/users/${DELETED}`, { token })
  for (let number = 0; number < DELETED_FOR_EACH_ROUND; number++)
    removed.push(await deleteUser(plain, nextUser(), token))
  return tokens
}

const lists = {
  audit: 'auditLogs/directoryAudits',
  permissionGrant: 'oauth2PermissionGrants',
  roleAssignment: 'roleManagement/directory/roleAssignments',
  signIn: 'auditLogs/signIns',
  tenant: 'organization',
} as const satisfies Record<ObjectName, string>

async function findObjects(plain: Understudy, tokens: Map<string, string>): Promise<void> {
  const token = tokens.get('auditorApp') ?? ''
  for (const [name, path] of Object.entries(lists)) {
    const { json } = await graph(plain, `GET /v1.0/${path}`, { token })
    tokens.set(name, Object(json).value[0].id)
  }
}
