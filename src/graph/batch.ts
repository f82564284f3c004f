// graph.batch.*: many requests in one.
import type { Handler } from '../contract/operations.ts'
import { BrokenOff } from '../contract/perform.ts'
import { isShareSpent, nextTurn } from '../turns.ts'
import { readBatch } from './batch-request.ts'
import { toBatchResponse } from './batch-response.ts'
import type { GraphContext } from './context.ts'

/** One after the other, in their order, so that the same batch always does the same. */
export const run: Handler<'graph.batch.run', GraphContext> = async (
  { body },
  { request, parts },
) => {
  const failed = new Set<string>()
  const responses = []
  for (const item of readBatch(body)) {
    const hasToWait = item.dependsOn.some(key => failed.has(key))
    const outcome = hasToWait ? parts.skip(request, item) : await parts.run(request, item)
    if (typeof outcome === 'string') throw new BrokenOff(outcome)
    if (outcome.status >= 300) failed.add(item.key)
    responses.push(toBatchResponse(item.id, outcome))
    if (isShareSpent()) await nextTurn()
  }
  return { status: 200, headers: { 'content-type': 'application/json' }, body: { responses } }
}
