// Which page a person sees next, filled from state.

import { isGenerated } from '../state/generated-users.ts'
import type { SignIn } from '../state/sign-ins.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import type { Interaction, Purpose } from '../tokens/credentials.ts'
import type { Authority, ClientOfTenant } from './authorities.ts'
import { accepts } from './authorities.ts'
import type { AuthorizationParameters } from './authorization-request.ts'
import type { SignInContext } from './context.ts'
import type { SignInError } from './errors.ts'
import type { PageOutput } from './page-output.ts'
import { pageOutput } from './page-output.ts'
import type { AccountTile, FieldError, FormTarget } from './pages/view.ts'
import type { Standing } from './sessions.ts'
import { judgeSessions, readSessions } from './sessions.ts'

const MOST_TILES = 12

/** What a person signs in for: an authorization request, or a device. */
export interface SigningIn extends ClientOfTenant {
  readonly authority: Authority
  /** Of an authorization request. */
  readonly parameters?: AuthorizationParameters
  /** Of a device. */
  readonly userCode?: string
}

interface Said {
  readonly error?: SignInError | undefined
  readonly notice?: string | undefined
}

export function showAccounts(
  context: SignInContext,
  target: SigningIn,
  { login = '', error, notice }: Said & { readonly login?: string | undefined } = {},
): PageOutput {
  if (error !== undefined) context.refused(error)
  const { tenant, client } = target
  const standing = judgeSessions(context, readSessions(context), tenant)
  const known = [...standing.live, ...standing.revoked].map(({ user }) => user)
  const personas = tenant.users.rows
    .slice(0, tenant.definition.users.length)
    .filter(user => !isGenerated(user, tenant.definition))
  const users = [...new Set([...known, ...personas])].filter(user =>
    accepts(target.authority, client, user),
  )
  return pageOutput({
    kind: 'account',
    form: formOf(context, target),
    application: client.displayName,
    accounts: users.slice(0, MOST_TILES).map(user => toTile(user, standing)),
    more: Math.max(users.length - MOST_TILES, 0),
    login,
    error: toFieldError(error),
    notice,
  })
}

export function showPassword(
  context: SignInContext,
  target: SigningIn,
  { user, error, notice }: Said & { readonly user: User },
): PageOutput {
  if (error !== undefined) context.refused(error)
  const standing = judgeSessions(context, readSessions(context), target.tenant)
  return pageOutput({
    kind: 'password',
    form: formOf(context, target),
    application: target.client.displayName,
    account: toTile(user, standing),
    error: toFieldError(error),
    notice,
  })
}

export function showStaySignedIn(
  context: SignInContext,
  target: SigningIn,
  { signIn, user }: { readonly signIn: SignIn; readonly user: User },
): PageOutput {
  return pageOutput({
    kind: 'staySignedIn',
    form: formOf(context, target, { signIn }),
    userPrincipalName: user.userPrincipalName,
  })
}

export function showConsent(
  context: SignInContext,
  target: SigningIn,
  asked: {
    readonly signIn: SignIn
    readonly user: User
    readonly permissions: readonly { readonly name: string; readonly description: string }[]
    readonly cookies: readonly string[]
  },
): PageOutput {
  return pageOutput(
    {
      kind: 'consent',
      form: formOf(context, target, { signIn: asked.signIn, step: 'consent' }),
      userPrincipalName: asked.user.userPrincipalName,
      application: target.client.displayName,
      permissions: asked.permissions,
    },
    asked.cookies,
  )
}

export function showDeviceConfirmation(
  context: SignInContext,
  target: SigningIn,
  asked: { readonly signIn: SignIn; readonly user: User; readonly cookies: readonly string[] },
): PageOutput {
  return pageOutput(
    {
      kind: 'deviceConfirm',
      form: formOf(context, target, { signIn: asked.signIn, step: 'device' }),
      userPrincipalName: asked.user.userPrincipalName,
      application: target.client.displayName,
    },
    asked.cookies,
  )
}

/** The form of a page, with everything that its answer needs, sealed. */
function formOf(
  { seal, clock }: SignInContext,
  target: SigningIn,
  reached: Pick<Interaction, 'signIn' | 'step'> = {},
): FormTarget {
  const { tenant } = target
  const ctx = seal.seal('interaction', {
    tenantId: tenant.definition.id,
    startedAt: nowIn(tenant, clock),
    purpose: purposeOf(target),
    ...reached,
  })
  return { action: `/${tenant.definition.id}/oauth2/v2.0/login`, ctx }
}

function purposeOf({ authority, tenant, client, parameters, userCode }: SigningIn): Purpose {
  if (userCode !== undefined) return { kind: 'device', userCode, clientId: client.appId }
  return {
    kind: 'authorize',
    authority: authority.kind === 'tenant' ? tenant.definition.id : authority.kind,
    parameters: parameters ?? {},
  }
}

function toTile(user: User, { live, revoked }: Standing): AccountTile {
  const signedIn = live.some(one => one.user.id === user.id)
  const ended = revoked.find(one => one.user.id === user.id)
  return {
    userPrincipalName: user.userPrincipalName,
    displayName: user.displayName ?? user.userPrincipalName,
    notes: [
      ...(signedIn ? ['Signed in'] : []),
      ...(ended === undefined
        ? []
        : [
            `Revoked since your last sign-in at ${toMinute(ended.session.signIn.authenticated.at)}`,
          ]),
      ...(user.accountEnabled ? [] : ['Disabled']),
      ...(user.userType === 'Guest' ? ['Guest'] : []),
      ...accountNotes[user.accountType],
    ],
  }
}

const accountNotes: Readonly<Record<User['accountType'], readonly string[]>> = {
  work: [],
  b2cLocal: ['Local account'],
  personal: ['Personal account'],
}

/** `2026-11-22 14:16 UTC` */
function toMinute(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function toFieldError(error: SignInError | undefined): FieldError | undefined {
  return error === undefined ? undefined : { code: `AADSTS${error.code}`, message: error.message }
}
