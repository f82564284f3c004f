// Every operation of the control surface, ready to be sent.
import { contract, operations } from './contract.ts'
import type { Call } from './understudy.ts'

export interface ControlCall {
  readonly line: `${string} /${string}`
  readonly call: Call
  /** What it answers when it is let in. */
  readonly status: number
}

/** One call for each operation, from the example of its body; its tests need no other when an operation is added. */
export const controlCalls: readonly ControlCall[] = operations
  .filter(({ id }) => id.startsWith('control.'))
  .map(({ method, path, body, responses }) => ({
    line: `${method} ${slashed(path)}`,
    call: body === undefined ? {} : { body: exampleBody(path, method) },
    status: Math.min(...responses.keys()),
  }))

function slashed(path: string): `/${string}` {
  return `/${path.slice(1)}`
}

function exampleBody(path: string, method: string): unknown {
  const operation = Object(contract.paths[path]?.[method.toLowerCase()])
  const { examples } = operation.requestBody.content['application/json']
  const [first]: { value: unknown }[] = Object.values(examples)
  return first?.value
}
