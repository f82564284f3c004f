// clock: a tenant's own time.
import type { ClockReading } from '../../client/controls.ts'
import type { components } from '../../contract/generated.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand } from '../command.ts'
import { formatDuration, parseDuration } from '../durations.ts'
import { UsageError } from '../usage-error.ts'

type ClockUpdate = components['schemas']['clockUpdate']

const actions: Readonly<Record<string, (context: CommandContext) => Promise<void>>> = {
  show: context => show(context, 'show'),
  set: context => {
    const [, instant = ''] = context.words('set', 'INSTANT')
    return update(context, { now: toInstant(instant) })
  },
  advance: context => {
    const [, duration = ''] = context.words('advance', 'DURATION')
    return update(context, {
      advanceSeconds: parseDuration(duration, 'DURATION'),
    })
  },
  freeze: context => {
    const [, instant] = context.words('freeze', '[INSTANT]')
    const now = instant === undefined ? {} : { now: toInstant(instant) }
    return update(context, { ...now, frozen: true })
  },
  release: context => {
    context.words('release')
    return update(context, { frozen: false })
  },
  reset: async context => {
    context.words('reset')
    const answer = await context.call('control.clock.reset', {
      query: context.tenantQuery,
    })
    context.answer(answer, "The clock shows the machine's time.")
  },
}

export const clock = defineCommand({
  usage: ['[show]', 'set INSTANT', 'advance DURATION', 'freeze [INSTANT]', 'release', 'reset'],
  description:
    'Everything in the tenant that expires or is stamped follows its clock. An INSTANT is 2026-08-13T12:00:00Z, a DURATION 90s, 15m, 2h30m or 1d, backwards as -1h.',
  options: {},
  examples: ['graph-understudy clock advance 2h30m', 'graph-understudy clock freeze'],
  run(context) {
    if (context.action === undefined) return show(context)
    const act = Object.hasOwn(actions, context.action) ? actions[context.action] : undefined
    return act === undefined ? context.unknownAction(Object.keys(actions)) : act(context)
  },
})

async function show(context: CommandContext, ...words: readonly string[]): Promise<void> {
  context.words(...words)
  const reading = await context.call('control.clock.get', {
    query: context.tenantQuery,
  })
  context.answer(reading, describeClock(reading))
}

async function update(context: CommandContext, body: ClockUpdate): Promise<void> {
  const reading = await context.call('control.clock.update', {
    query: context.tenantQuery,
    body,
  })
  context.answer(reading, describeClock(reading))
}

function toInstant(text: string): string {
  const isInstant = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$/i.test(text)
  if (!isInstant || Number.isNaN(Date.parse(text)))
    throw new UsageError(`INSTANT must be one such as 2026-08-13T12:00:00Z, not '${text}'.`)
  return text
}

/** `2026-08-13T12:00:00.250Z, stands still, 2h 30m ahead of the machine` */
export function describeClock({ now, frozen, offsetSeconds }: ClockReading): string {
  const side = offsetSeconds > 0 ? 'ahead of' : 'behind'
  // What is less than a second comes from the way to the server.
  const isMoved = Math.abs(offsetSeconds) >= 1
  const difference = formatDuration(Math.round(offsetSeconds))
  return [
    now,
    ...(frozen ? ['stands still'] : []),
    ...(isMoved ? [`${difference} ${side} the machine`] : []),
  ].join(', ')
}
