// Every error of the Graph surface: its status, its code and its sentence. The one place that knows them.
import { accessErrors } from './errors/access.ts'
import { batchErrors } from './errors/batch.ts'
import { GraphError } from './errors/graph-error.ts'
import { queryErrors } from './errors/query.ts'
import { requestErrors } from './errors/request.ts'
import { writeErrors } from './errors/write.ts'

export type { RequestIds } from './errors/body.ts'
export { toErrorBody } from './errors/body.ts'
export { GraphError }

/**
 * By situation. The sentences are the real service's unless said otherwise.
 * @see docs/deviations.md for those of our own
 */
export const graphErrors = {
  ...accessErrors,
  ...requestErrors,
  ...queryErrors,
  ...batchErrors,
  ...writeErrors,
  /** Ours: what the real service answers is not known, or cannot happen to it. */
  own: (status: number, message: string) =>
    new GraphError(status, status >= 500 ? 'InternalServerError' : 'BadRequest', message),
} as const
