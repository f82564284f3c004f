// reset: back to the start.
import { defineCommand } from '../command.ts'

export const reset = defineCommand({
  usage: [''],
  description: 'All tenants, unless one is named with --tenant.',
  options: {},
  examples: ['graph-understudy reset', 'graph-understudy reset --tenant contoso.onmicrosoft.com'],
  async run(context) {
    context.words()
    const answer = await context.call('control.state.reset', {
      query: context.tenantQuery,
    })
    const what = context.tenant === undefined ? 'All tenants are' : `${context.tenant} is`
    context.answer(answer, `${what} back at the start.`)
  },
})
