// restore: back to a snapshot.
import { defineCommand } from '../command.ts'

export const restore = defineCommand({
  usage: ['NAME'],
  description:
    'The clocks go back to the instant of the snapshot too, so that what had not expired then has not expired now.',
  options: {
    'keep-clock': { description: 'Leave the clocks as they are.' },
  },
  examples: ['graph-understudy restore signed-in'],
  async run(context) {
    const [name = ''] = context.words('NAME')
    const body = context.isOn('keep-clock') ? ({ clock: 'keep' } as const) : {}
    const answer = await context.call('control.snapshots.restore', {
      path: { snapshot: name },
      body,
    })
    context.answer(answer, `Everything is as it was when '${name}' was taken.`)
  },
})
