// Measures graph-understudy against its peers and its budgets, and prints one table. bench/README.md says what the rows mean.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batch } from './batch.ts'
import { fuzz } from './fuzz.ts'
import { inProcess } from './in-process.ts'
import { jws } from './jws.ts'
import { lists } from './lists.ts'
import { memory } from './memory.ts'
import { helpText, parseOptions } from './options.ts'
import { revocation } from './revocation.ts'
import { signIn } from './sign-in.ts'
import { startUp } from './start-up.ts'
import { stopChildren } from './support/child.ts'
import type { Group } from './support/group.ts'
import type { Row } from './support/report.ts'
import { machineLine, misses, toMarkdown, toText } from './support/report.ts'
import { tenants } from './tenants.ts'
import { throughput } from './throughput.ts'

const groups: Readonly<Record<string, Group>> = {
  throughput,
  batch,
  'start-up': startUp,
  'in-process': inProcess,
  tenants,
  revocation,
  lists,
  fuzz,
  'sign-in': signIn,
  memory,
  jws,
}

async function main(): Promise<number> {
  const groupNames = Object.keys(groups)
  const options = parseOptions(process.argv.slice(2), groupNames)
  if (options.help) {
    process.stdout.write(helpText(groupNames))
    return 0
  }
  const chosen = Object.entries(groups).filter(
    ([name]) => options.only.length === 0 || options.only.includes(name),
  )
  const rows = await measure(
    chosen.map(([, group]) => group),
    options.quick,
  )
  const table = options.markdown ? toMarkdown(rows) : toText(rows)
  process.stdout.write(`${machineLine(new Date())}\n\n${table}\n`)
  return options.strict && rows.some(misses) ? 1 : 0
}

async function measure(chosen: readonly Group[], quick: boolean): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-understudy-bench-'))
  cleanUpAtExit(folder)
  const report = (line: string) => {
    process.stderr.write(`${Math.round(performance.now() / 1000)} s  ${line}\n`)
  }
  const rows: Row[] = []
  for (const group of chosen) {
    try {
      rows.push(...(await group({ quick, folder, report })))
    } finally {
      await stopChildren()
    }
  }
  return rows
}

/** However it ends, an interruption included, no process and no file is left. */
function cleanUpAtExit(folder: string): void {
  process.once('exit', () => {
    stopChildren()
    rmSync(folder, { recursive: true, force: true })
  })
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}

process.exitCode = await main().catch(error => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  return 2
})
