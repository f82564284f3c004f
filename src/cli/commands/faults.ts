// faults: planned failures.
import type { Fault, FaultPlan } from '../../client/controls.ts'
import { oneOf } from '../arguments.ts'
import { alignColumns } from '../columns.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand, defined } from '../command.ts'
import { UsageError } from '../usage-error.ts'

const planOptions = {
  operation: {
    value: 'ID',
    description: 'Only this operation, as graph.users.get.',
  },
  surface: {
    value: 'SURFACE',
    description: 'Only this surface: graph or signIn.',
  },
  user: { value: 'USER', description: 'Only when this user asks.' },
  client: {
    value: 'CLIENT',
    description: 'Only through this client, by appId or name.',
  },
  'grant-type': {
    value: 'TYPE',
    description: 'Only this grant, as refresh_token.',
  },
  after: { value: 'N', description: 'Let N that match through first.' },
  times: {
    value: 'N',
    description: 'Strike N times.',
    default: 'until called off',
  },
  probability: {
    value: 'P',
    description: 'Strike with this probability, as 0.1.',
  },
  seed: {
    value: 'N',
    description: 'Have --probability strike at the same requests every time.',
  },
  status: {
    value: 'STATUS',
    description: "Answer so, in the surface's own shape.",
  },
  code: { value: 'CODE', description: "The error's code, with --status." },
  message: {
    value: 'TEXT',
    description: "The error's message, with --status.",
  },
  'retry-after': {
    value: 'SECONDS',
    description: 'Send Retry-After, with --status.',
  },
  delay: {
    value: 'MILLISECONDS',
    description: 'Hold the answer back: 500, or a range 200-2000.',
  },
  connection: {
    value: 'HOW',
    description: 'End the connection: reset, truncate or hang.',
  },
} as const

const effects = ['status', 'delay', 'connection'] as const

type FaultsContext = CommandContext<keyof typeof planOptions>

const actions: Readonly<Record<string, (context: FaultsContext) => Promise<void>>> = {
  list: context => list(context, 'list'),
  add,
  remove,
  clear,
}

export const faults = defineCommand({
  usage: ['[list]', 'add', 'remove ID', 'clear'],
  description:
    'The options are those of add, which needs one of --status, --delay and --connection.',
  options: planOptions,
  examples: [
    'graph-understudy faults add --operation graph.me.get --status 429 --retry-after 2 --times 3',
    'graph-understudy faults add --surface signIn --grant-type refresh_token --connection reset',
    'graph-understudy faults clear',
  ],
  run(context) {
    if (context.action === undefined) return list(context)
    const act = Object.hasOwn(actions, context.action) ? actions[context.action] : undefined
    return act === undefined ? context.unknownAction(Object.keys(actions)) : act(context)
  },
})

async function list(context: FaultsContext, ...words: readonly string[]): Promise<void> {
  context.words(...words)
  context.allowOptions()
  const answer = await context.call('control.faults.list', {
    query: context.tenantQuery,
  })
  const rows = answer.faults.map(({ id, plan, met, struck }) => [
    id,
    describePlan(plan),
    `met ${met}`,
    `struck ${struck}`,
  ])
  context.answer(answer, rows.length === 0 ? 'No planned failures.' : alignColumns(rows).join('\n'))
}

async function add(context: FaultsContext): Promise<void> {
  context.words('add')
  if (!effects.some(name => context.isOn(name)))
    throw new UsageError("'faults add' needs one of --status, --delay and --connection.")
  const body = readPlan(context)
  const fault: Fault = await context.call('control.faults.create', {
    query: context.tenantQuery,
    body,
  })
  context.answer(fault, `${fault.id}  ${describePlan(fault.plan)}`)
}

async function remove(context: FaultsContext): Promise<void> {
  const [, id = ''] = context.words('remove', 'ID')
  context.allowOptions()
  const input = { path: { fault: id }, query: context.tenantQuery }
  context.answer(await context.call('control.faults.remove', input), `${id} is called off.`)
}

async function clear(context: FaultsContext): Promise<void> {
  context.words('clear')
  context.allowOptions()
  const answer = await context.call('control.faults.clear', {
    query: context.tenantQuery,
  })
  context.answer(answer, 'All planned failures are called off.')
}

function readPlan(context: FaultsContext): FaultPlan {
  const surface = context.text('surface')
  const connection = context.text('connection')
  return defined({
    operationId: context.text('operation'),
    surface:
      surface === undefined ? undefined : oneOf(['graph', 'signIn'] as const, surface, '--surface'),
    user: context.text('user'),
    client: context.text('client'),
    grantType: context.text('grant-type'),
    after: number(context, 'after'),
    times: number(context, 'times'),
    probability: number(context, 'probability'),
    seed: number(context, 'seed'),
    status: number(context, 'status'),
    code: context.text('code'),
    message: context.text('message'),
    retryAfterSeconds: number(context, 'retry-after'),
    delayMilliseconds: readDelay(context.text('delay')),
    connection:
      connection === undefined
        ? undefined
        : oneOf(['reset', 'truncate', 'hang'] as const, connection, '--connection'),
  })
}

/** Its bounds are the server's business. */
function number(context: FaultsContext, name: keyof typeof planOptions): number | undefined {
  const text = context.text(name)
  if (text === undefined) return undefined
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text))
    throw new UsageError(`--${name} must be a number, not '${text}'.`)
  return Number(text)
}

function readDelay(text: string | undefined): FaultPlan['delayMilliseconds'] {
  if (text === undefined) return undefined
  const [, least, most] = /^([0-9]+)(?:-([0-9]+))?$/.exec(text) ?? []
  if (least === undefined)
    throw new UsageError(`--delay must be milliseconds such as 500 or 200-2000, not '${text}'.`)
  return most === undefined ? Number(least) : { least: Number(least), most: Number(most) }
}

function describePlan(plan: FaultPlan): string {
  return Object.entries(plan)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ')
}
