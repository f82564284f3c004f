// Every operation of the control surface, ready to be sent.
import type { Parameter } from '../../src/contract/document.ts'
import { contract, objectAt, operations } from './contract.ts'
import type { Call } from './understudy.ts'

export interface ControlCall {
  readonly line: `${string} /${string}`
  readonly call: Call
  /** What it answers when it is let in. */
  readonly status: number
}

/** One call for each operation, from the examples of its path and its body; its tests need no other when an operation is added. */
export const controlCalls: readonly ControlCall[] = operations
  .filter(({ id }) => id.startsWith('control.'))
  .map(({ method, path, parameters, body, responses }) => ({
    line: `${method} ${slashed(fillIn(path, parameters) + ending(path))}`,
    call: body === undefined ? {} : { body: exampleBody(path, method) },
    status: ofWhatIsNotThere(path, method) ?? Math.min(...responses.keys()),
  }))

/** A fresh double has no snapshot and no planned failure, and the contract's example of a file is none that was downloaded. */
function ofWhatIsNotThere(path: string, method: string): number | undefined {
  if (!/\{(snapshot|fault)\}/.test(path)) return undefined
  return method === 'PUT' ? 400 : 404
}

function fillIn(path: string, parameters: readonly Parameter[]): string {
  return parameters.reduce(
    (filled, { name, pointer }) =>
      filled.replace(`{${name}}`, firstExample(objectAt(pointer.replace(/\/schema$/, '')))),
    path,
  )
}

/** Nobody is there to read a stream that does not end. */
function ending(path: string): string {
  return path.endsWith('/events') ? '?waitSeconds=0' : ''
}

function slashed(path: string): `/${string}` {
  return `/${path.slice(1)}`
}

function exampleBody(path: string, method: string): unknown {
  const operation = Object(contract.paths[path]?.[method.toLowerCase()])
  return firstExample(operation.requestBody.content['application/json'])
}

function firstExample({ examples }: Readonly<Record<string, unknown>>) {
  const [first] = Object.values(Object(examples))
  return Object(first).value
}
