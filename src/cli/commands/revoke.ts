// revoke: ends a user's sign-in sessions.
import { defineCommand } from '../command.ts'

export const revoke = defineCommand({
  usage: ['USER'],
  description: 'USER is an id, a user principal name, or what stands before its @.',
  options: {},
  examples: ['graph-understudy revoke adele'],
  async run(context) {
    const [user = ''] = context.words('USER')
    const query = context.tenantQuery
    const answer = await context.call('control.users.revoke', {
      path: { userId: user },
      query,
    })
    context.answer(answer, `The sign-in sessions of ${user} are revoked.`)
  },
})
