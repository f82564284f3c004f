// The package as its users get it: packed, installed in an empty project, away from the repository's own dependencies.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { packageRoot } from './package-root.ts'

const execute = promisify(execFile)

/** Runs a command without what the test runner and npm put into the environment of what they start; gives its standard output. */
export async function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await execute('/usr/bin/env', ['-u', 'NODE_OPTIONS', command, ...args], {
    cwd,
    env: { ...plainEnvironment(), ...env },
  })
  return stdout
}

/** A project with nothing in it but the package; gone when the test ends. */
export async function projectWithPackage(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-understudy-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const project = join(folder, 'project')
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  await run(packageRoot, 'npm', ['pack', '--silent', '--pack-destination', folder])
  const tarball = (await readdir(folder)).find(name => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no tarball.')
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']
  await run(project, 'npm', ['install', ...quietly, join(folder, tarball)])
  return project
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const ofTheCaller =
    /^(npm_(package|lifecycle)_.*|npm_config_.*prefix|INIT_CWD|GRAPH_UNDERSTUDY_.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheCaller.test(name)))
}
