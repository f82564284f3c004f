// Whether what a request names is there: operations, users and clients.
import type { Operation } from '../contract/document.ts'
import { findClient } from '../faults/matching.ts'
import { NotFound, suggest } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { getUser } from '../state/tenant-users.ts'

/** @throws NotFound naming the nearest */
export function assertOperation(
  id: string | undefined,
  operations: readonly Pick<Operation, 'id'>[],
): void {
  if (id === undefined || operations.some(operation => operation.id === id)) return
  const known = operations.map(operation => operation.id).filter(one => !one.startsWith('control.'))
  throw new NotFound(`There is no operation '${id}'. ${suggest(id, known)}`)
}

/** @throws NotFound naming the nearest, or some */
export function assertUser(name: string | undefined, tenant: Tenant): void {
  if (name !== undefined) getUser(tenant, name)
}

/** @throws NotFound naming the nearest */
export function assertClient(name: string | undefined, tenant: Tenant): void {
  if (name === undefined || findClient(tenant, name) !== undefined) return
  const known = tenant.applications.rows.map(({ displayName }) => displayName)
  throw new NotFound(
    `There is no client '${name}' in ${tenant.definition.domains[0]}. ${suggest(name, known)}`,
  )
}
