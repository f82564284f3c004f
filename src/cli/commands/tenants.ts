// tenants: the tenants of the server, and new ones.
import type { TenantView } from '../../client/test-tenant.ts'
import { alignColumns } from '../columns.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand, defined } from '../command.ts'
import { UsageError } from '../usage-error.ts'

type TenantsContext = CommandContext<'from' | 'seed'>

const actions: Readonly<Record<string, (context: TenantsContext) => Promise<void>>> = {
  list: context => list(context, 'list'),
  show,
  create,
  remove,
}

export const tenants = defineCommand({
  usage: ['[list]', 'show ID', 'create', 'remove ID'],
  description: 'ID is the id of a tenant or one of its domains.',
  options: {
    from: {
      value: 'FIXTURE',
      description: 'Of create: the fixture to begin with, by file name, id or domain.',
      default: 'the first',
    },
    seed: {
      value: 'N',
      description: 'Of create: makes ids and domain repeat from run to run.',
    },
  },
  examples: [
    'graph-understudy tenants',
    'graph-understudy tenants create --seed 7',
    'graph-understudy tenants remove contoso-3d5b67c9b18f.onmicrosoft.com',
  ],
  run(context) {
    if (context.action === undefined) return list(context)
    const act = Object.hasOwn(actions, context.action) ? actions[context.action] : undefined
    return act === undefined ? context.unknownAction(Object.keys(actions)) : act(context)
  },
})

async function list(context: TenantsContext, ...words: readonly string[]): Promise<void> {
  context.words(...words)
  context.allowOptions()
  const answer = await context.call('control.tenants.list', {})
  const rows = answer.tenants.map(({ domain, id, displayName, users, applications }) => [
    domain,
    id,
    displayName,
    `${users.length} users`,
    `${applications.length} clients`,
  ])
  context.answer(answer, rows.length === 0 ? 'No tenants.' : alignColumns(rows).join('\n'))
}

async function show(context: TenantsContext): Promise<void> {
  const [, id = ''] = context.words('show', 'ID')
  context.allowOptions()
  const tenant = await context.call('control.tenants.get', {
    path: { tenant: id },
  })
  context.answer(tenant, describe(tenant))
}

async function create(context: TenantsContext): Promise<void> {
  context.words('create')
  const body = defined({
    from: context.text('from'),
    seed: readSeed(context.text('seed')),
  })
  const tenant = await context.call('control.tenants.create', { body })
  context.answer(tenant, describe(tenant))
}

async function remove(context: TenantsContext): Promise<void> {
  const [, id = ''] = context.words('remove', 'ID')
  context.allowOptions()
  const answer = await context.call('control.tenants.remove', {
    path: { tenant: id },
  })
  context.answer(answer, `${id} is removed.`)
}

function readSeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seed = Number(text)
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(seed))
    throw new UsageError(`--seed must be a whole number from 0, not '${text}'.`)
  return seed
}

function describe({ id, displayName, domain, authority, users, applications }: TenantView): string {
  const userRows = users.map(({ userPrincipalName, password, roles }) => [
    '  User',
    userPrincipalName,
    password,
    roles.join(', '),
  ])
  const clientRows = applications.map(({ appId, displayName: name, type, secret = '' }) => [
    '  Client',
    appId,
    `${name} (${type})`,
    secret,
  ])
  return [
    `${displayName}, ${domain}, ${id}`,
    `  Authority  ${authority}`,
    ...alignColumns(userRows),
    ...alignColumns(clientRows),
  ].join('\n')
}
