// control.snapshots.*: moments to come back to, here or on another server.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Snapshot } from '../state/snapshots.ts'
import type { ControlContext } from './context.ts'
import { toInstant } from './instants.ts'
import { Problem } from './problem.ts'
import { openSnapshotDocument, toSnapshotDocument } from './snapshot-document.ts'

const MOST_SNAPSHOTS = 100

export const list: Handler<'control.snapshots.list', ControlContext> = (_, { state }) => ({
  status: 200,
  body: { snapshots: [...state.snapshots.values()].map(toView) },
})

export const create: Handler<'control.snapshots.create', ControlContext> = async (
  { body: { name, tenant } },
  context,
) => {
  assertRoom(context, name)
  const of = tenant === undefined ? {} : { of: context.state.getTenant(tenant).definition.id }
  return created(await context.log.submit('takeSnapshot', { name, ...of }))
}

export const get: Handler<'control.snapshots.get', ControlContext> = async ({ path }, context) => ({
  status: 200,
  headers: { 'cache-control': 'no-store' },
  body: await toSnapshotDocument(context.state.getSnapshot(path.snapshot), context),
})

export const put: Handler<'control.snapshots.put', ControlContext> = async (
  { path: { snapshot: name }, body },
  context,
) => {
  assertRoom(context, name)
  const added = { ...openSnapshotDocument(body, context), name }
  await context.log.submit('addSnapshot', { snapshot: added })
  return created(added)
}

export const remove: Handler<'control.snapshots.remove', ControlContext> = async (
  { path },
  { log },
) => {
  await log.submit('removeSnapshot', { name: path.snapshot })
  return { status: 204 }
}

export const restore: Handler<'control.snapshots.restore', ControlContext> = async (
  { path, body },
  { log },
) => {
  await log.submit('restoreSnapshot', {
    name: path.snapshot,
    keepsClocks: body?.clock === 'keep',
  })
  return { status: 204 }
}

/** @throws Problem 409 when there are as many as are kept, and none of them has the name */
function assertRoom({ state: { snapshots } }: ControlContext, name: string): void {
  if (snapshots.size >= MOST_SNAPSHOTS && !snapshots.has(name))
    throw new Problem(409, `There are ${MOST_SNAPSHOTS} snapshots already. Remove one first.`)
}

function created(snapshot: Snapshot) {
  const headers = { location: `/_understudy/snapshots/${snapshot.name}` }
  return { status: 201 as const, headers, body: toView(snapshot) }
}

function toView({ name, taken, tenants }: Snapshot): components['schemas']['snapshot'] {
  return {
    name,
    takenAt: toInstant(taken.at),
    tenants: tenants.map(({ contents }) => contents.definition.domains[0]),
  }
}
