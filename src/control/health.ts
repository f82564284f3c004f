// control.health.*
import type { Handler } from '../contract/operations.ts'
import type { ControlContext } from './context.ts'

export const get: Handler<'control.health.get', ControlContext> = (_, { version }) => ({
  status: 200,
  body: { status: 'ok', version },
})
