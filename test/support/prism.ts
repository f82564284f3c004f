// Prism, the independent judge of the double's answers: as a proxy in front of it, and as a validator in this process.
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js'
import type { Test } from 'tap'
import { foldContract } from './folded-contract.ts'
import type { Ended } from './program.ts'
import { launchNode, watch } from './program.ts'

const PROGRAM = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'))

/** Starts `prism proxy --errors` on the folded contract, in front of `upstream`, and gives its address. It ends with the test. */
export async function startPrism(t: Test, upstream: string): Promise<string> {
  const folder = t.testdir({ 'contract.json': JSON.stringify(foldContract()) })
  const options = ['--errors', '--validate-request=false', '--cors=false', '--port=0']
  const prism = launchNode(t, [
    PROGRAM,
    'proxy',
    ...options,
    join(folder, 'contract.json'),
    upstream,
  ])
  // It is read to the end: Prism would stand still at a full pipe.
  const ended = watch(prism)
  return Promise.race([addressOf(prism), ended.then(refuse)])
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('Prism has no output to read its address from.')
  return new Promise(resolve => {
    createInterface(stdout).on('line', line => {
      const address = /Prism is listening on (http:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}

function refuse({ stdout, stderr }: Ended): never {
  throw new Error(`Prism ended before it listened: ${stdout}${stderr}`)
}

export interface JudgedAnswer {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON, or as text where it is none. */
  readonly body: unknown
}

/** What is wrong with an answer; nothing when the list is empty. */
export type PrismJudge = (addressId: string, answer: JudgedAnswer) => readonly string[]

/**
 * Prism's validator for the folded contract, in which operations go by their address ids. It only warns of an undeclared error status; here a
 * warning counts like an error.
 * @param withPlannedFailures whether it lets them pass, if they are as the contract has them
 */
export async function prismJudge(withPlannedFailures = false): Promise<PrismJudge> {
  const judged = await getHttpOperationsFromSpec(foldContract(withPlannedFailures))
  return (addressId, { status, headers, body }) => {
    const resource = judged.find(({ iid }) => iid === addressId)
    if (resource === undefined) return [`Prism knows no ${addressId}.`]
    const element = { statusCode: status, headers: Object.fromEntries(headers), body }
    const verdict = validateOutput({ resource, element })
    if (verdict._tag === 'Right') return []
    return verdict.left.map(({ path = [], message }) => `${path.join('.')} ${message}`.trim())
  }
}
