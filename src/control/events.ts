// control.events.*: what is asked of a tenant, as it comes.
import type { Handler } from '../contract/operations.ts'
import { isAskedFor } from '../journal/query.ts'
import type { ControlContext } from './context.ts'
import { streamEvents } from './event-stream.ts'
import { readQuery } from './request-query.ts'

export const stream: Handler<'control.events.stream', ControlContext> = (
  { query, headers },
  context,
) => {
  const tenant = context.state.getTenant(query.tenant)
  const asked = readQuery(query, tenant, context)
  const { waitSeconds } = query
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    body: streamEvents(context.journal, tenant.definition.id, {
      matches: entry => isAskedFor(asked, entry),
      after: headers['last-event-id'],
      milliseconds: waitSeconds === undefined ? undefined : waitSeconds * 1000,
    }),
  }
}
