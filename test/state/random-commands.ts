// Commands made at random, of every type and in any order.
import fc from 'fast-check'
import type { Act } from '../../src/state/acts.ts'
import type { FaultPlan } from '../../src/state/faults.ts'
import type { Commands, CommandType, Entry } from '../../src/state/machine.ts'
import type { SignIn } from '../../src/state/sign-ins.ts'
import type { Snapshot } from '../../src/state/snapshots.ts'
import { createTenant, snapshotTenant } from '../../src/state/tenant.ts'
import type { TenantClock } from '../../src/state/tenant-clock.ts'
import { machineTime } from '../../src/state/tenant-clock.ts'
import type { UserPatch } from '../../src/state/users.ts'
import { newAccount } from '../../src/state/users.ts'
import { definitions, guid, START, signInEvent } from './commands.ts'

const tenantIds = fc.constantFrom(guid(1), guid(2), guid(3), guid(6), 'one.example', '')
/** A user that there is, in two tenants of the three, more often than not. */
const someone = fc.record({
  tenantId: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(guid(1), guid(2)) }, tenantIds),
  userId: fc.constantFrom(
    guid(7),
    guid(8),
    guid(9),
    'ada@one.example',
    'ADA@two.example',
    guid(6),
    '',
  ),
})
const ofTenant = fc.constantFrom(guid(1), guid(1), guid(1), guid(2), guid(6))
/** Whoever is deleted most often. */
const ada = fc.record({ tenantId: ofTenant, userId: fc.constantFrom(guid(7), guid(7), guid(6)) })
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

const passwordCauses = fc.constantFrom('passwordChange' as const, 'passwordReset' as const)
const clientIds = fc.constantFrom(
  ...definitions.slice(0, 2).flatMap(({ applications }) => applications.map(({ appId }) => appId)),
  guid(6),
)
const scopes = fc.array(fc.constantFrom('User.Read', 'openid', 'api://orders/read'))
/** Few, so that they meet: codes, user codes and sessions alike. */
const names = fc.constantFrom('A', 'B')
/** Some have passed before the commands are over. */
const expiresAt = fc.constantFrom(0, 1, 1000, 60_000, 600_000).map(after => START + after)
/** As they would be written; a state keeps them as they come. */
const ordinary = { noNullPrototype: true }
const signIns: fc.Arbitrary<SignIn> = fc.record(
  {
    userId: fc.constantFrom(guid(7), guid(9)),
    authenticated: fc.record({ at: fc.constant(START), position: fc.nat(40) }, ordinary),
    method: fc.constantFrom('password', 'passkey'),
    sessionId: names,
  },
  ordinary,
)

const clocks = fc.constantFrom<TenantClock[]>(
  machineTime,
  { offset: 86_400_000, frozenAt: null },
  { offset: -3_600_000, frozenAt: null },
  { offset: 0, frozenAt: START },
)
const faultIds = fc.constantFrom('first', 'second')
const plans = fc.constantFrom<FaultPlan[]>(
  { status: 503 },
  { surface: 'graph', status: 429, times: 1, after: 1 },
  { status: 500, probability: 0.5 },
)
/** Of tenants that were made elsewhere, one of which has the domains of another here. */
const uploaded: readonly Snapshot[] = [0, 4].map(index => ({
  name: 'B',
  taken: { at: START, position: 1 },
  isWhole: false,
  tenants: definitions.slice(index, index + 1).map(definition => ({
    contents: snapshotTenant(createTenant(definition)),
    now: START - 1000,
  })),
}))

const acts = fc.constantFrom<Act[]>(
  {
    kind: 'user',
    id: guid(7),
    userPrincipalName: 'ada@one.example',
    ipAddress: null,
    correlationId: guid(2),
  },
  {
    kind: 'app',
    appId: guid(6),
    displayName: 'App',
    servicePrincipalId: guid(4),
    correlationId: guid(2),
  },
)
/** Some of their names are taken now and then. */
const newUsers = fc
  .tuple(fc.constantFrom(guid(7), guid(5)), fc.constantFrom('ADA@one.example', 'new@one.example'))
  .map(([id, userPrincipalName]) => ({ ...newAccount, id, userPrincipalName }))
const patches = fc.record<UserPatch>(
  {
    accountEnabled: fc.boolean(),
    displayName: fc.constantFrom('Ada', null),
    userPrincipalName: fc.constantFrom('ada@one.example', 'new@one.example'),
  },
  { requiredKeys: [], ...ordinary },
)

/** What a command of each type may carry. */
const data: { readonly [T in CommandType]: fc.Arbitrary<Commands[T]> } = {
  createTenant: fc.record({ definition: fc.constantFrom(...definitions) }),
  replaceTenant: fc.record({ definition: fc.constantFrom(...definitions) }),
  removeTenant: fc.record({ tenantId: tenantIds }),
  resetTenant: fc.record({ tenantId: tenantIds }),
  setClock: fc.record({ tenantId: tenantIds, clock: clocks }),
  takeSnapshot: fc.record({ name: names, of: tenantIds }, { requiredKeys: ['name'] }),
  addSnapshot: fc.record({ snapshot: fc.constantFrom(...uploaded) }),
  removeSnapshot: fc.record({ name: names }),
  restoreSnapshot: fc.record({ name: names, keepsClocks: fc.boolean() }),
  planFault: fc.record({ tenantId: ofTenant, faultId: faultIds, plan: plans, seed: fc.nat(9) }),
  removeFaults: fc.record(
    { tenantId: ofTenant, faultId: faultIds },
    { requiredKeys: ['tenantId'] },
  ),
  meetFault: fc.record({ tenantId: ofTenant, faultId: faultIds }),
  changeSettings: fc.record({ tenantId: tenantIds, update: updates }),
  revokeSignInSessions: acted(someone),
  createUser: acted(fc.record({ tenantId: ofTenant, user: newUsers })),
  updateUser: acted(
    fc.oneof(
      extended(someone, { changes: patches }),
      extended(someone, {
        changes: patches,
        newPassword: fc.record(
          { password: fc.constantFrom('one', 'two'), cause: passwordCauses },
          ordinary,
        ),
      }),
    ),
  ),
  deleteUser: acted(someone),
  restoreUser: fc.oneof(
    acted(ada),
    acted(ada).map(data => ({ ...data, userPrincipalName: 'eve@one.example' })),
  ),
  purgeUser: acted(ada),
  recordSignIn: fc.record({
    tenantId: ofTenant,
    event: fc.constantFrom(
      signInEvent,
      { ...signInEvent, eventType: 'nonInteractiveUser' as const, errorCode: 50173 },
      { ...signInEvent, eventType: 'servicePrincipal' as const, user: undefined },
    ),
  }),
  grantConsent: extended(someone, { clientId: clientIds, scopes }),
  redeemAuthorizationCode: fc.record({ tenantId: ofTenant, codeId: names, expiresAt }),
  startDeviceSignIn: fc.record(
    {
      tenantId: ofTenant,
      userCode: names,
      clientId: clientIds,
      scope: fc.constantFrom('', 'openid User.Read'),
      claims: fc.constant('{"access_token":{"nbf":{"value":"1"}}}'),
      expiresAt,
    },
    { requiredKeys: ['tenantId', 'userCode', 'clientId', 'scope', 'expiresAt'] },
  ),
  decideDeviceSignIn: fc.oneof(
    fc.record({ tenantId: ofTenant, userCode: names }),
    fc.record({ tenantId: ofTenant, userCode: names, signIn: signIns }),
  ),
  redeemDeviceCode: fc.record({ tenantId: ofTenant, userCode: names }),
  endSession: fc.record({ tenantId: ofTenant, sessionId: names, expiresAt }),
}

/** How often each type comes among the others. */
const weights: Readonly<Record<CommandType, number>> = {
  createTenant: 2,
  replaceTenant: 1,
  removeTenant: 1,
  resetTenant: 1,
  setClock: 2,
  takeSnapshot: 3,
  addSnapshot: 2,
  removeSnapshot: 1,
  restoreSnapshot: 3,
  planFault: 3,
  removeFaults: 1,
  meetFault: 4,
  changeSettings: 2,
  revokeSignInSessions: 4,
  createUser: 4,
  updateUser: 4,
  deleteUser: 4,
  restoreUser: 4,
  purgeUser: 2,
  recordSignIn: 2,
  grantConsent: 2,
  redeemAuthorizationCode: 2,
  startDeviceSignIn: 4,
  decideDeviceSignIn: 4,
  redeemDeviceCode: 4,
  endSession: 2,
}

/** A command without its place. */
interface Step<T extends CommandType = CommandType> {
  readonly type: T
  readonly data: Commands[T]
}

function stepOf<T extends CommandType>(type: T): fc.Arbitrary<Step> {
  return data[type].map(data => ({ type, data }))
}

const isCommandType = (name: string): name is CommandType => Object.hasOwn(weights, name)

/** All that there are. */
export const commandTypes: readonly CommandType[] = Object.keys(weights).filter(isCommandType)

const step = fc.oneof(
  ...commandTypes.map(type => ({ weight: weights[type], arbitrary: stepOf(type) })),
)

/** Commands in their places: tenants first, so that most of the others find one. */
export const entries: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.tuple(step, fc.constantFrom(0, 1, 400, 1000, 60_000)), { maxLength: 40, size: 'max' })
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

/** Whose act it is, or that it is nobody's. */
function acted<T extends object>(base: fc.Arbitrary<T>): fc.Arbitrary<T & { act?: Act }> {
  return fc.tuple(base, fc.option(acts)).map(([one, act]) => (act === null ? one : { ...one, act }))
}

/** What the base has, and more. */
function extended<T, U>(
  base: fc.Arbitrary<T>,
  more: { [K in keyof U]: fc.Arbitrary<U[K]> },
): fc.Arbitrary<T & U> {
  return fc.tuple(base, fc.record(more)).map(([one, other]) => ({ ...one, ...other }))
}
