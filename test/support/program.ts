// The compiled program as a process of its own: started as a person would, ended with the test.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import './patient-connections.ts'

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Program {
  /** Where it listens, by http. */
  readonly url: string
  /** What it printed once it listened. */
  readonly banner: string
  readonly process: ChildProcess
  /** Everything it printed, once it has ended. */
  readonly ended: Promise<Ended>
}

export interface ProgramOptions {
  readonly args?: readonly string[]
  /** The whole environment, but for PATH. Name XDG_CACHE_HOME where the program makes a certificate. */
  readonly env?: Readonly<Record<string, string>>
  /** Node's own arguments. */
  readonly node?: readonly string[]
  /** What it reads from standard input. Nothing when left out. */
  readonly input?: string
  /** What stands before the arguments when a server is started. Nothing when left out. */
  readonly command?: 'serve'
}

/** Runs the program until it ends by itself. */
export function runProgram(t: Test, options: ProgramOptions): Promise<Ended> {
  return watch(launch(t, options))
}

/** Starts the program on any free port and waits until it has said where it listens. */
export async function startProgram(t: Test, options: ProgramOptions = {}): Promise<Program> {
  const { args = [], command } = options
  const before = command === undefined ? [] : [command]
  const child = launch(t, { ...options, args: [...before, '--port', '0', ...args] })
  const ended = watch(child)
  const banner = await Promise.race([bannerOf(child), ended.then(refuse)])
  const url = /Listening +(\S+)/.exec(banner)?.[1] ?? ''
  return { url, banner, process: child, ended }
}

/** Node itself, without what the test runner puts into every process that a test starts. */
export function launchNode(
  t: Test,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): ChildProcess {
  const { PATH = '' } = process.env
  // The runner adds NODE_OPTIONS to any environment it is given; only env(1) gets rid of it.
  const child = spawn('/usr/bin/env', ['-u', 'NODE_OPTIONS', process.execPath, ...args], {
    env: { PATH, ...env },
    stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

export async function watch(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const [code, signal] = await once(child, 'close')
  return { code, signal, stdout: stdout(), stderr: stderr() }
}

function collect(stream: Readable | null): () => string {
  let collected = ''
  stream?.setEncoding('utf8').on('data', chunk => {
    collected += chunk
  })
  return () => collected
}

/** Starts the program, whatever it is to do. */
export function launch(
  t: Test,
  { args = [], env = {}, node = [], input }: ProgramOptions,
): ChildProcess {
  return launchNode(t, [...node, MAIN, ...args], env, input)
}

/** It is printed at once, and short enough to come so. */
async function bannerOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) return ''
  const [chunk] = await once(stdout, 'data')
  return String(chunk)
}

function refuse({ code, signal, stderr }: Ended): never {
  throw new Error(`The program ended with ${code ?? signal}: ${stderr}`)
}
