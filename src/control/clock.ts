// control.clock.*: a tenant's own time.
import type { Clock } from '../clock.ts'
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Tenant } from '../state/tenant.ts'
import { clockShowing, machineTime, nowIn } from '../state/tenant-clock.ts'
import type { ControlContext } from './context.ts'
import { toInstant } from './instants.ts'
import { Problem } from './problem.ts'

const LAST_INSTANT = Date.parse('2999-12-31T23:59:59.999Z')

export const get: Handler<'control.clock.get', ControlContext> = ({ query }, context) => ({
  status: 200,
  body: toView(context.state.getTenant(query.tenant), readOnce(context.clock)),
})

export const update: Handler<'control.clock.update', ControlContext> = async (
  { query, body },
  context,
) => {
  const { clock, definition } = context.state.getTenant(query.tenant)
  const machine = readOnce(context.clock)
  const now = readNow(body, nowIn({ clock }, machine))
  const isFrozen = body.frozen ?? clock.frozenAt !== null
  await context.log.submit('setClock', {
    tenantId: definition.id,
    clock: clockShowing(now, machine.now(), isFrozen),
  })
  return { status: 200, body: toView(context.state.getTenant(definition.id), machine) }
}

export const reset: Handler<'control.clock.reset', ControlContext> = async ({ query }, context) => {
  const { definition } = context.state.getTenant(query.tenant)
  await context.log.submit('setClock', { tenantId: definition.id, clock: machineTime })
  return { status: 204 }
}

/** @throws Problem 400 when the clock could not show it */
function readNow(
  { now, advanceSeconds = 0 }: components['schemas']['clockUpdate'],
  current: number,
): number {
  const base = now === undefined ? current : Date.parse(now)
  // A leap second is an instant by the standard, and none to a computer.
  if (Number.isNaN(base)) throw outOfRange('/now', 'must be an instant that there is')
  const wanted = Math.round(base + advanceSeconds * 1000)
  if (wanted < 0 || wanted > LAST_INSTANT) {
    const pointer = advanceSeconds === 0 ? '/now' : '/advanceSeconds'
    throw outOfRange(pointer, 'leads out of the years 1970 to 2999')
  }
  return wanted
}

function outOfRange(pointer: string, detail: string): Problem {
  const errors = [{ in: 'body' as const, pointer, detail }]
  return new Problem(400, 'The clock cannot show that.', { errors })
}

/** The machine's time at this moment: between two readings a millisecond may pass, which would become part of the difference. */
function readOnce(machine: Clock): Clock {
  const now = machine.now()
  return { now: () => now }
}

function toView({ clock }: Tenant, machine: Clock): components['schemas']['clock'] {
  const now = nowIn({ clock }, machine)
  return {
    now: toInstant(now),
    frozen: clock.frozenAt !== null,
    offsetSeconds: (now - machine.now()) / 1000,
  }
}
