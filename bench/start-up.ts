// From the command to the first 200, against a program that only loads Fastify and listens, and against `prism mock`.
import { join } from 'node:path'
import type { ChildOptions } from './support/child.ts'
import { Child } from './support/child.ts'
import { writeFoldedContract } from './support/folded-contract.ts'
import type { Group } from './support/group.ts'
import { untilAnswered } from './support/http.ts'
import { childProgram, prism, program } from './support/places.ts'
import { repeat, series } from './support/series.ts'
import { HEALTH } from './support/servers.ts'

const ROUNDS = 11

export const startUp: Group = async ({ folder, report }) => {
  const contract = writeFoldedContract(folder)
  const environment = { XDG_CACHE_HOME: join(folder, 'cache') }
  const round = async () => ({
    http: await timeToAnswer(program, { args: ['--port', '0', '--no-https'] }),
    bare: await timeToAnswer(childProgram('bare-listen')),
    https: await timeToAnswer(program, { args: ['--port', '0'], environment }),
    prism: await timeToAnswer(prism, { args: ['mock', '--port', '0', contract] }),
  })

  report('start-up: once without counting, which makes the certificate')
  await round()
  const rounds = await repeat(ROUNDS, async () => {
    const times = await round()
    report(`start-up in ms: ${JSON.stringify(times, (_, value) => rounded(value))}`)
    return times
  })
  const times = (name: keyof (typeof rounds)[number]) =>
    series(
      'ms',
      rounds.map(measured => measured[name]),
    )
  const [againstBare, againstPrism] = [{ atMost: 1.2 }, { atMost: 0.2 }]
  return [
    {
      what: 'command to first 200, http only, against a bare Fastify program',
      ours: times('http'),
      peer: times('bare'),
      budget: againstBare,
    },
    {
      what: 'command to first 200, http and https, against a bare Fastify program',
      ours: times('https'),
      peer: times('bare'),
      budget: againstBare,
    },
    {
      what: 'command to first 200, http and https, against prism mock',
      ours: times('https'),
      peer: times('prism'),
      budget: againstPrism,
    },
  ]
}

/** Milliseconds from starting the process to its first 200. */
async function timeToAnswer(command: URL, options: ChildOptions = {}): Promise<number> {
  const started = performance.now()
  const child = new Child(command, options)
  try {
    await untilAnswered(await child.origin(), HEALTH)
    return performance.now() - started
  } finally {
    await child.stop()
  }
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value) : value
}
