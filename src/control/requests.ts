// control.requests.*: what was asked of a tenant, now or as soon as it comes.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Query } from '../journal/query.ts'
import { isAskedFor, nearMisses } from '../journal/query.ts'
import type { ControlContext } from './context.ts'
import { Problem } from './problem.ts'
import { toView } from './recorded-request.ts'
import { readQuery } from './request-query.ts'

type RequestCollection = components['schemas']['requestCollection']

export const list: Handler<'control.requests.list', ControlContext> = async (
  { query },
  context,
) => {
  const tenant = context.state.getTenant(query.tenant)
  const { waitSeconds, count, after } = query
  if (count !== undefined && waitSeconds === undefined)
    throw new Problem(400, 'The request does not match the contract.', {
      errors: [{ in: 'query', pointer: 'count', detail: 'has a meaning with waitSeconds only' }],
    })
  const asked = readQuery(query, tenant, context)
  const tenantId = tenant.definition.id
  if (waitSeconds !== undefined)
    await waitFor(context, tenantId, asked, { count: count ?? 1, after, seconds: waitSeconds })
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: collect() }

  function collect(): RequestCollection {
    const found = context.journal.list(tenantId, after).filter(entry => isAskedFor(asked, entry))
    const { limit = found.length } = query
    return { requests: found.slice(Math.max(found.length - limit, 0)).map(toView) }
  }
}

export const clear: Handler<'control.requests.clear', ControlContext> = (
  { query },
  { state, journal },
) => {
  journal.clear(state.getTenant(query.tenant).definition.id)
  return { status: 204 }
}

interface Expected {
  readonly count: number
  readonly after: number | undefined
  readonly seconds: number
}

/** @throws Problem 408 when they do not come in time */
async function waitFor(
  { journal, onDeparture }: ControlContext,
  tenantId: string,
  asked: Query,
  { count, after, seconds }: Expected,
): Promise<void> {
  const waited = await journal.wait(tenantId, {
    matches: entry => isAskedFor(asked, entry),
    count,
    after,
    milliseconds: seconds * 1000,
    onDeparture,
  })
  if (waited === 'came') return
  const entries = journal.list(tenantId, after)
  const came = entries.filter(entry => isAskedFor(asked, entry)).length
  const ended = waited === 'ended' ? ' The tenant has been removed, or the server closes.' : ''
  throw new Problem(
    408,
    `${came} of ${count} requests came within ${seconds} s.${ended}${closest(journal.isOn, nearMisses(asked, entries))}`,
  )
}

function closest(isOn: boolean, misses: readonly string[]): string {
  if (!isOn) return ' The journal is switched off: start with --journal 1000.'
  return misses.length === 0 ? '' : ` Closest: ${misses.join(' ')}`
}
