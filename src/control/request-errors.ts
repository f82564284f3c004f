// Everything that can be thrown while a control request is served, as a problem.
import { readFrameworkError } from '../contract/framework-errors.ts'
import { InvalidRequest } from '../contract/requests.ts'
import { Conflict } from '../state/collection.ts'
import { NotFound } from '../state/state.ts'
import { Problem } from './problem.ts'

/** Anything that is not recognised is a defect of the double: a 500. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof InvalidRequest) {
    const errors = error.violations.map(({ in: place, pointer, detail }) => ({
      in: place,
      pointer,
      detail,
    }))
    return new Problem(400, 'The request does not match the contract.', { errors })
  }
  if (error instanceof NotFound) return new Problem(404, error.message)
  if (error instanceof Conflict) return new Problem(409, error.message)
  const { status, message } = readFrameworkError(error)
  if (status < 500) return new Problem(status, message)
  return new Problem(500, 'graph-understudy failed on this request. The reason is in its log.')
}
