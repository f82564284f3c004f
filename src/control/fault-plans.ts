// Whether a failure can be planned as it is asked for: what a schema cannot say, or not as well.
import type { Operation } from '../contract/document.ts'
import type { FaultPlan } from '../state/faults.ts'
import type { Tenant } from '../state/tenant.ts'
import { assertClient, assertOperation, assertUser } from './known-names.ts'
import { Problem } from './problem.ts'

/** @throws Problem 400 naming every field that is wrong; NotFound for a name that means nothing in the tenant */
export function checkPlan(
  plan: FaultPlan,
  tenant: Tenant,
  operations: readonly Pick<Operation, 'id'>[],
): void {
  const errors = contradictionsOf(plan)
  if (errors.length > 0)
    throw new Problem(400, 'No such failure can be planned.', {
      errors: errors.map(([pointer, detail]) => ({ in: 'body' as const, pointer, detail })),
    })
  assertOperation(plan.operationId, operations)
  assertUser(plan.user, tenant)
  assertClient(plan.client, tenant)
}

type Contradiction = readonly [pointer: string, detail: string]

function contradictionsOf(plan: FaultPlan): readonly Contradiction[] {
  const { operationId, surface, status, delayMilliseconds, connection } = plan
  const errors: Contradiction[] = []
  if (status === undefined && delayMilliseconds === undefined && connection === undefined)
    errors.push(['', 'must have at least one of status, delayMilliseconds and connection'])
  if (status !== undefined && connection !== undefined)
    errors.push(['/connection', 'cannot be together with status: a broken connection has none'])
  if (operationId !== undefined && surface !== undefined)
    errors.push(['/surface', 'cannot be together with operationId, which has its surface'])
  if (operationId?.startsWith('control.') === true)
    errors.push([
      '/operationId',
      'must be one of graph.* or signIn.*: the control surface cannot be made to fail',
    ])
  if (typeof delayMilliseconds === 'object' && delayMilliseconds.least > delayMilliseconds.most)
    errors.push(['/delayMilliseconds/least', 'must not be more than most'])
  return errors
}
