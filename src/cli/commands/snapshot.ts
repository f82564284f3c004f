// snapshot: takes snapshots, and keeps them as files.
import { readFile, writeFile } from 'node:fs/promises'
import type { Snapshot, SnapshotDocument } from '../../client/controls.ts'
import { alignColumns } from '../columns.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand } from '../command.ts'
import { UsageError } from '../usage-error.ts'

const actions: Readonly<Record<string, (context: CommandContext) => Promise<void>>> = {
  list,
  download,
  upload,
  remove,
}

export const snapshot = defineCommand({
  usage: ['NAME', 'list', 'download NAME [FILE]', 'upload NAME FILE', 'remove NAME'],
  description:
    'A snapshot is of all tenants, unless one is named with --tenant. A FILE is good for signing in: keep it where the fixtures are kept. - is standard input or output.',
  options: {},
  examples: [
    'graph-understudy snapshot signed-in',
    'graph-understudy snapshot download signed-in signed-in.json',
  ],
  run(context) {
    const { action = '' } = context
    if (Object.hasOwn(actions, action)) return actions[action]?.(context) ?? Promise.resolve()
    return take(context)
  },
})

async function take(context: CommandContext): Promise<void> {
  const [name = ''] = context.words('NAME')
  const body = { name, ...context.tenantQuery }
  const taken = await context.call('control.snapshots.create', { body })
  context.answer(taken, `Taken: ${describe(taken)}`)
}

async function list(context: CommandContext): Promise<void> {
  context.words('list')
  const answer = await context.call('control.snapshots.list', {})
  const rows = answer.snapshots.map(({ name, takenAt, tenants }) => [
    name,
    takenAt,
    tenants.join(', '),
  ])
  const lines = rows.length === 0 ? ['No snapshots.'] : alignColumns(rows)
  context.answer(answer, lines.join('\n'))
}

async function download(context: CommandContext): Promise<void> {
  const [, name = '', file = '-'] = context.words('download', 'NAME', '[FILE]')
  const document = await context.call('control.snapshots.get', {
    path: { snapshot: name },
  })
  const text = `${JSON.stringify(document)}\n`
  if (file === '-') return context.terminal.write(text)
  // It holds keys.
  await writeFile(file, text, { mode: 0o600 })
  context.answer(null, `'${name}' is in ${file}.`)
}

async function upload(context: CommandContext): Promise<void> {
  const [, name = '', file = ''] = context.words('upload', 'NAME', 'FILE')
  const text = file === '-' ? await context.terminal.readInput() : await readFile(file, 'utf8')
  const body = parseDocument(text, file)
  const put = await context.call('control.snapshots.put', {
    path: { snapshot: name },
    body,
  })
  context.answer(put, `Uploaded: ${describe(put)}`)
}

async function remove(context: CommandContext): Promise<void> {
  const [, name = ''] = context.words('remove', 'NAME')
  const answer = await context.call('control.snapshots.remove', {
    path: { snapshot: name },
  })
  context.answer(answer, `'${name}' is forgotten.`)
}

function parseDocument(text: string, file: string): SnapshotDocument {
  try {
    // The server checks what it is.
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file} holds no JSON.`)
  }
}

function describe({ name, tenants }: Snapshot): string {
  return `'${name}', of ${tenants.join(', ')}.`
}
