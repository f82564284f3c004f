// control.faults.*: failures planned for one tenant.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Fault } from '../state/faults.ts'
import type { ControlContext } from './context.ts'
import { checkPlan } from './fault-plans.ts'
import { Problem } from './problem.ts'

type FaultView = components['schemas']['fault']

const MOST_FAULTS = 1000
/** Of what is drawn, when the plan names none. */
const LARGEST_SEED = 0x7fffffff

export const list: Handler<'control.faults.list', ControlContext> = ({ query }, { state }) => ({
  status: 200,
  body: { faults: [...state.getTenant(query.tenant).faults.values()].map(toView) },
})

export const create: Handler<'control.faults.create', ControlContext> = async (
  { query, body: plan },
  { state, log, issuer, operations },
) => {
  const tenant = state.getTenant(query.tenant)
  checkPlan(plan, tenant, operations)
  if (tenant.faults.size >= MOST_FAULTS)
    throw new Problem(
      409,
      `${MOST_FAULTS} failures are planned already. Call off some of them first.`,
    )
  const fault = await log.submit('planFault', {
    tenantId: tenant.definition.id,
    faultId: issuer.ids.guid(),
    plan,
    seed: plan.seed ?? issuer.ids.integer(0, LARGEST_SEED),
  })
  return { status: 201, body: toView(fault) }
}

export const clear: Handler<'control.faults.clear', ControlContext> = async (
  { query },
  { state, log },
) => {
  await log.submit('removeFaults', { tenantId: state.getTenant(query.tenant).definition.id })
  return { status: 204 }
}

export const remove: Handler<'control.faults.remove', ControlContext> = async (
  { path, query },
  { state, log },
) => {
  const tenantId = state.getTenant(query.tenant).definition.id
  await log.submit('removeFaults', { tenantId, faultId: path.fault })
  return { status: 204 }
}

function toView({ id, plan, met, struck }: Fault): FaultView {
  return { id, plan, met, struck }
}
