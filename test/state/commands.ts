// Commands made at random, and states made by applying them.
import fc from 'fast-check'
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { Conflict } from '../../src/state/collection.ts'
import type { Commands, CommandType, Entry } from '../../src/state/machine.ts'
import { apply } from '../../src/state/machine.ts'
import { defaultSettings } from '../../src/state/settings.ts'
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

const tenantIds = fc.constantFrom(guid(1), guid(2), guid(3), guid(6), 'one.example', '')
const users = fc.constantFrom(
  guid(7),
  guid(8),
  guid(9),
  'ada@one.example',
  'ADA@two.example',
  guid(6),
  '',
)
const seconds = fc.constantFrom(0, 0.5, 1, 10, 600)
const updates = fc.record(
  {
    permissions: fc.constantFrom('documented' as const, 'observed' as const, 'off' as const),
    revocation: fc.record(
      {
        preset: fc.constantFrom('instant' as const, 'realistic' as const),
        delaySeconds: fc.record(
          { graph: seconds, token: seconds, session: seconds },
          { requiredKeys: [] },
        ),
        truncateToSeconds: fc.boolean(),
        challenge: fc.constantFrom('2021' as const, '2022' as const, '2024' as const),
        successStatus: fc.constantFrom(200 as const, 204 as const),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

/** A command without its place. */
interface Step<T extends CommandType = CommandType> {
  readonly type: T
  readonly data: Commands[T]
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('createTenant' as const),
    data: fc.record({ definition: fc.constantFrom(...definitions) }),
  }),
  fc.record({
    type: fc.constant('resetTenant' as const),
    data: fc.record({ tenantId: tenantIds }),
  }),
  fc.record({
    type: fc.constant('changeSettings' as const),
    data: fc.record({ tenantId: tenantIds, update: updates }),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('revokeSignInSessions' as const),
      data: fc.record({ tenantId: tenantIds, userId: users }),
    }),
  },
)

/** Commands in their places: tenants first, so that most of the others find one. */
export const entries: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.tuple(step, fc.constantFrom(0, 1, 400, 1000, 60_000)), { maxLength: 40 })
  .map(steps => {
    const first = definitions.slice(0, 2).map(definition => ({
      type: 'createTenant' as const,
      data: { definition },
      after: 0,
    }))
    const others = steps.map(([step, after]) => ({ ...step, after }))
    let at = START
    return [...first, ...others].map(({ type, data, after }, index) => {
      at += after
      return { type, data, mark: { at, position: index + 1 } }
    })
  })

/** Applies one command and says how it went; anything but the two expected failures is thrown on. */
export function outcomeOf(state: State, entry: Entry): string {
  try {
    return JSON.stringify(apply(state, entry))
  } catch (error) {
    if (error instanceof NotFound || error instanceof Conflict) return error.name
    throw error
  }
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
