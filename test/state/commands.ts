// Tenants to try commands on, and states made by applying commands.
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { Conflict } from '../../src/state/collection.ts'
import type { Commands, CommandType, Entry, Outcomes } from '../../src/state/machine.ts'
import { apply } from '../../src/state/machine.ts'
import { defaultSettings } from '../../src/state/settings.ts'
import type { SignInEvent } from '../../src/state/sign-in-log.ts'
import { NotFound, State } from '../../src/state/state.ts'
import type { TenantDefinition } from '../../src/state/tenant.ts'

/** The time of the first command. Milliseconds since the epoch. */
export const START = Date.parse('2026-08-13T12:00:00.250Z')
/** Tenants have the ids of 1 to 5, users those of 7 to 9; nothing has that of 6. */
export const guid = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`

function define(id: number, domains: [string, ...string[]], rest: Partial<FixtureDocument> = {}) {
  const document: FixtureDocument = {
    tenant: { id: guid(id), domains },
    users: [
      { id: guid(7), userPrincipalName: 'ada' },
      { id: guid(8), userPrincipalName: 'gus', userType: 'Guest' },
      { id: guid(9), userPrincipalName: 'cy', accountType: 'b2cLocal' },
    ],
    applications: [{ displayName: 'App', type: 'web' }],
    ...rest,
  }
  return toTenantDefinition(document, { settings: defaultSettings, generatedUsers: 2 })
}

const twins = [
  { id: guid(7), userPrincipalName: 'ada' },
  { id: guid(8), userPrincipalName: 'ADA' },
]
/** Six tenants, the last three of which cannot be made beside the others. */
export const definitions: readonly TenantDefinition[] = [
  define(1, ['one.example']),
  define(2, ['two.example', 'zwei.example']),
  define(3, ['three.example'], { settings: { revocation: { preset: 'realistic' } } }),
  // These fail, or do once one of the others is there.
  define(1, ['other.example']),
  define(4, ['four.example', 'zwei.example']),
  define(5, ['five.example'], { users: twins }),
]

/** A device that asks for a sign-in, for a minute from the start. */
export const deviceSignIn = {
  userCode: 'DEVICE',
  clientId: guid(6),
  scope: 'openid User.Read',
  expiresAt: START + 60_000,
} as const

/** A person's successful sign-in. */
export const signInEvent: SignInEvent = {
  id: guid(5),
  eventType: 'interactiveUser',
  user: { id: guid(7), userPrincipalName: 'ada@one.example', displayName: 'ada' },
  appId: guid(6),
  appDisplayName: 'App',
  servicePrincipalId: guid(4),
  resourceId: guid(3),
  resourceDisplayName: 'Microsoft Graph',
  ipAddress: '127.0.0.1',
  userAgent: '',
  clientAppUsed: 'Browser',
  correlationId: guid(2),
  protocol: 'oAuth2',
  errorCode: 0,
  failureReason: '',
}

/** Applies one command and says how it went; anything but the two expected failures is thrown on. */
export function outcomeOf(state: State, entry: Entry): string {
  try {
    return JSON.stringify(apply(state, entry))
  } catch (error) {
    if (error instanceof NotFound || error instanceof Conflict) return error.name
    throw error
  }
}

/** Applies one command as the ninth of the log, at the time of the first. */
export function applyNow<T extends CommandType>(
  state: State,
  type: T,
  data: Commands[T],
  mark = { at: START, position: 9 },
): Outcomes[T] {
  return apply(state, { type, data, mark })
}

/** The state with the first two tenants. */
export function twoTenants(): State {
  return stateAfter(definitions.slice(0, 2).map(toCreation))
}

/** Applies them all, those that fail included. */
export function stateAfter(entries: readonly Entry[], state = new State()): State {
  for (const entry of entries) outcomeOf(state, entry)
  return state
}

/** The command that makes the tenant at this place of the list. */
export function toCreation(definition: TenantDefinition, index: number): Entry<'createTenant'> {
  return { type: 'createTenant', data: { definition }, mark: { at: START, position: index + 1 } }
}
