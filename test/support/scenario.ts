// Random stretches of a test: what is done in one tenant, step by step, and what came of each step.
import fc from 'fast-check'
import type { Understudy } from '../../src/api.ts'
import type { TenantView } from '../../src/control/tenants.ts'
import type { Reply } from './understudy.ts'
import { control, graph } from './understudy.ts'
import { readReply } from './wire.ts'

export interface Step {
  readonly action: keyof typeof actions
  /** What stands before the `@`. */
  readonly user: string
}

export type Scenario = readonly Step[]

interface World {
  readonly understudy: Understudy
  readonly tenant: TenantView
  /** What each user holds, by what stands before the `@`. */
  readonly held: Map<string, { readonly access: string; readonly refresh: string }>
}

const SCOPE = 'openid offline_access User.Read User.RevokeSessions.All'
/** Longer than any access token lives, shorter than a refresh token does. */
const LONG = 200_000

/** What a step does, by its name. */
const actions = {
  signIn: (world: World, user: string) =>
    redeem(world, user, {
      grant_type: 'password',
      username: `${user}@${world.tenant.domain}`,
      password: `${user}-Passw0rd!`,
    }),
  refresh: (world: World, user: string) =>
    redeem(world, user, {
      grant_type: 'refresh_token',
      refresh_token: world.held.get(user)?.refresh ?? 'none',
    }),
  me: ({ understudy, held }: World, user: string) =>
    graph(understudy, 'GET /v1.0/me', { token: held.get(user)?.access ?? 'none' }),
  revoke: ({ understudy, held }: World, user: string) =>
    graph(understudy, 'POST /v1.0/me/revokeSignInSessions', {
      token: held.get(user)?.access ?? 'none',
    }),
  disable: (world: World, user: string) => update(world, user, { accountEnabled: false }),
  enable: (world: World, user: string) => update(world, user, { accountEnabled: true }),
  changePassword: (world: World, user: string) =>
    update(world, user, { password: 'n3w-Passw0rd!' }),
  issue: async (world: World, user: string) => {
    const line = `POST /_understudy/tokens?tenant=${world.tenant.id}` as const
    const scopes = ['User.Read', 'User.RevokeSessions.All']
    const body = { user, scopes, capabilities: ['cp1'] }
    const reply = await control(world.understudy, line, { body })
    const refresh = world.held.get(user)?.refresh ?? 'none'
    if (reply.status === 201)
      world.held.set(user, { access: Object(reply.json).access_token, refresh })
    return reply
  },
  remove: ({ understudy, tenant }: World, user: string) =>
    control(understudy, `DELETE /_understudy/users/${user}?tenant=${tenant.id}`),
  settle: ({ understudy, tenant }: World) =>
    control(understudy, `PATCH /_understudy/settings?tenant=${tenant.id}`, {
      body: { revocation: { successStatus: 204, suberror: null, delaySeconds: { graph: 600 } } },
    }),
  travel: ({ understudy, tenant }: World) =>
    control(understudy, `PATCH /_understudy/clock?tenant=${tenant.id}`, {
      body: { advanceSeconds: LONG },
    }),
  reset: ({ understudy, tenant }: World) =>
    control(understudy, `POST /_understudy/reset?tenant=${tenant.id}`),
} satisfies Record<string, (world: World, user: string) => Promise<Reply>>

const users = ['adele', 'alex', 'megan']

/** The same ones for the same seed. Each begins with everybody signing in. */
export function sampleScenarios(count: number, seed: number): readonly Scenario[] {
  const weighted = <Name extends keyof typeof actions>(weight: number, ...names: Name[]) => ({
    weight,
    arbitrary: fc.constantFrom<keyof typeof actions>(...names),
  })
  const action = fc.oneof(
    weighted(4, 'signIn', 'refresh', 'me', 'issue'),
    weighted(2, 'revoke', 'disable', 'enable', 'changePassword'),
    weighted(1, 'remove', 'settle', 'travel', 'reset'),
  )
  const step = fc.record({ action, user: fc.constantFrom(...users) })
  const signIns = users.map((user): Step => ({ action: 'signIn', user }))
  return fc
    .sample(fc.array(step, { minLength: 15, maxLength: 25 }), { numRuns: count, seed })
    .map(steps => [...signIns, ...steps])
}

/** Plays a scenario in a tenant made for it. Gives one line for each step: what was done, the status, the error code. */
export async function play(
  understudy: Understudy,
  scenario: Scenario,
  seed: number,
): Promise<readonly string[]> {
  const made = await control(understudy, 'POST /_understudy/tenants', { body: { seed } })
  const world: World = { understudy, tenant: Object(made.json), held: new Map() }
  const trace = [`tenant ${made.status} ${world.tenant.id}`]
  for (const { action, user } of scenario) {
    const reply = await actions[action](world, user)
    trace.push(`${action} ${user}: ${reply.status} ${errorCodeOf(reply)}`)
  }
  return trace
}

function errorCodeOf({ json }: Reply): string {
  const { error, error_codes: codes, suberror, detail } = Object(json)
  if (typeof error === 'string') return [error, suberror, ...codes].join(' ')
  return error?.code ?? detail ?? ''
}

async function redeem(
  { understudy, tenant, held }: World,
  user: string,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  const client = tenant.applications.find(({ type }) => type === 'device')
  const url = `https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`
  const body = new URLSearchParams({ client_id: client?.appId ?? '', scope: SCOPE, ...fields })
  const reply = await readReply(await understudy.fetch(url, { method: 'POST', body }))
  const { access_token: access, refresh_token: refresh } = Object(reply.json)
  if (reply.status === 200) held.set(user, { access, refresh })
  return reply
}

function update({ understudy, tenant }: World, user: string, body: object): Promise<Reply> {
  return control(understudy, `PATCH /_understudy/users/${user}?tenant=${tenant.id}`, { body })
}
