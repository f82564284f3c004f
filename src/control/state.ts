// control.state.*
import type { Handler } from '../contract/operations.ts'
import { resetTenants } from '../state/reset.ts'
import type { ControlContext } from './context.ts'

export const reset: Handler<'control.state.reset', ControlContext> = async (
  { query },
  { state, log },
) => {
  await resetTenants(state, log, query.tenant)
  return { status: 204 }
}
