// control.settings.*
import type { Handler } from '../contract/operations.ts'
import type { ControlContext } from './context.ts'

export const get: Handler<'control.settings.get', ControlContext> = ({ query }, context) => ({
  status: 200,
  body: context.state.getTenant(query.tenant).settings,
})

export const update: Handler<'control.settings.update', ControlContext> = async (
  { query, body },
  context,
) => {
  const { definition } = context.state.getTenant(query.tenant)
  const settings = await context.log.submit('changeSettings', {
    tenantId: definition.id,
    update: body,
  })
  return { status: 200, body: settings }
}
