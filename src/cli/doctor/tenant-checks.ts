// What in the server a test may have left behind: clocks that were moved, failures that are still planned. And its key.
import { ControlError } from '../../client/control-client.ts'
import type { TenantView } from '../../client/test-tenant.ts'
import { systemClock } from '../../clock.ts'
import type { CommandContext } from '../command.ts'
import { describeClock } from '../commands/clock.ts'
import { formatDuration } from '../durations.ts'
import { Unreachable } from '../server-client.ts'
import { variableOf } from '../variables.ts'
import type { Finding } from './finding.ts'
import { about } from './finding.ts'
import type { Probe } from './probe.ts'

/** A server that answers for this long has a clock that differs, not a slow way to here. */
const TOLERATED_SECONDS = 5

export interface Tenants {
  readonly findings: readonly Finding[]
  /** Undefined when the server keeps them to itself. */
  readonly tenants: readonly TenantView[] | undefined
}

/** The tenants, or why they are not shown. */
export async function findTenants(context: CommandContext): Promise<Tenants> {
  const { ok, problem } = about('Control key')
  try {
    const { tenants } = await context.call('control.tenants.list', {})
    const chosen = context.tenant === undefined ? tenants : [await getTenant(context)]
    return {
      tenants: chosen,
      findings: context.controlKey === undefined ? [] : [ok('It fits.')],
    }
  } catch (error) {
    if (error instanceof Unreachable) return { tenants: undefined, findings: [notTrusted(context)] }
    if (!(error instanceof ControlError)) throw error
    if (error.status !== 401)
      return { tenants: undefined, findings: [about('Tenants').problem(error.message)] }
    const what = context.controlKey === undefined ? 'The server asks for one' : 'It does not fit'
    const how = `give the server's own with --control-key or ${variableOf('control-key')}`
    return { tenants: undefined, findings: [problem(`${what}: ${how}.`)] }
  }
}

/** It has answered before, when trust was of no account. */
function notTrusted({ url }: CommandContext): Finding {
  return about('Tenants').advice(
    `They are looked at when the certificate is trusted, or by http: --url ${url.replace('https:', 'http:')}`,
  )
}

function getTenant({ client, tenant = '' }: CommandContext): Promise<TenantView> {
  return client.call('control.tenants.get', { path: { tenant } })
}

/** The machine's clock against the server's, which is as exact as the seconds of a Date header. */
export function checkMachineClock({ headers }: Probe): Finding {
  const { ok, advice } = about('Clock')
  const seconds = (Date.parse(headers.date ?? '') - systemClock.now()) / 1000
  if (!(Math.abs(seconds) >= TOLERATED_SECONDS))
    return ok("The server's machine has the same time.")
  const side = seconds > 0 ? 'ahead of' : 'behind'
  return advice(
    `The server's machine is ${formatDuration(Math.round(seconds))} ${side} this one: clients here judge tokens by their own clock. Set both by the network.`,
  )
}

/** Clocks that were moved or stand still. */
export async function checkTenantClocks(
  context: CommandContext,
  tenants: readonly TenantView[],
): Promise<Finding[]> {
  const { ok, advice } = about('Tenant clock')
  const findings: Finding[] = []
  for (const { id, domain } of tenants) {
    const reading = await context.call('control.clock.get', {
      query: { tenant: id },
    })
    if (!reading.frozen && Math.abs(reading.offsetSeconds) < 1) continue
    findings.push(
      advice(
        `In ${domain} it is ${describeClock(reading)}. Back with: graph-understudy clock reset --tenant ${domain}`,
      ),
    )
  }
  return findings.length > 0 ? findings : [ok("The tenants go by the machine's time.")]
}

/** Failures that will strike or have struck. */
export async function checkFaults(
  context: CommandContext,
  tenants: readonly TenantView[],
): Promise<Finding[]> {
  const { ok, advice } = about('Planned failures')
  const findings: Finding[] = []
  for (const { id, domain } of tenants) {
    const { faults } = await context.call('control.faults.list', {
      query: { tenant: id },
    })
    const active = faults.filter(({ plan, struck }) => struck < (plan.times ?? Infinity))
    if (active.length === 0) continue
    findings.push(
      advice(
        `${active.length} in ${domain} will strike: graph-understudy faults --tenant ${domain}. Call them off with: graph-understudy faults clear --tenant ${domain}`,
      ),
    )
  }
  return findings.length > 0 ? findings : [ok('There are none.')]
}
