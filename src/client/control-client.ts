// Calls the control surface by operation id: in process, or of a server that runs elsewhere. Typed by the contract.
import type { Operation } from '../contract/document.ts'
import type { components } from '../contract/generated.ts'
import type { Input, OperationIdOf, Output } from '../contract/operations.ts'

export type ControlOperationId = OperationIdOf<'control'>

type Member<Name extends string, T> =
  Record<never, never> extends T
    ? { readonly [K in Name]?: T }
    : undefined extends T
      ? { readonly [K in Name]?: T }
      : { readonly [K in Name]: T }

/** What an operation is called with: the parameters of its path and its query, and its body. */
export type ControlInput<Id extends ControlOperationId> = Member<'path', Input<Id>['path']> &
  Member<'query', Input<Id>['query']> &
  Member<'body', Input<Id>['body']>

type Succeeding<Id extends ControlOperationId> = Extract<
  Output<Id>,
  { readonly status: 200 | 201 | 204 }
>

/** The body of its success; undefined where it has none. */
export type ControlResult<Id extends ControlOperationId> =
  Succeeding<Id> extends { readonly body?: infer Body } ? Body : never

type ProblemDocument = components['schemas']['problem']

/** The control surface refused. The message says why, and what to do about it. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number
  /** What is wrong with which parameter or member of the body. */
  readonly errors: NonNullable<ProblemDocument['errors']>

  constructor({ status, detail, errors = [] }: ProblemDocument) {
    const fields = errors.map(({ in: place, pointer, detail }) => ` ${place} ${pointer} ${detail}.`)
    super(detail + fields.join(''))
    this.status = status
    this.errors = errors
  }
}

export interface ControlClientOptions {
  /** Gives the origin to call. */
  readonly origin: () => string
  readonly send: (request: Request) => Promise<Response>
  readonly controlKey: string | undefined
  /** Those of the contract. */
  readonly operations: readonly Operation[]
}

interface Parts {
  readonly path?: object | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

export class ControlClient {
  readonly #options: ControlClientOptions

  constructor(options: ControlClientOptions) {
    this.#options = options
  }

  /** Rejects with ControlError when it is refused, and as `fetch` does when nobody answers. */
  async call<Id extends ControlOperationId>(
    id: Id,
    input: ControlInput<Id>,
  ): Promise<ControlResult<Id>> {
    const response = await this.request(id, input)
    // What the server answered, it has held to the contract.
    const body: ControlResult<Id> =
      response.status === 204 ? undefined : JSON.parse(await response.text())
    return body
  }

  /** The answer as it comes. Rejects with ControlError when it is a refusal. */
  async request<Id extends ControlOperationId>(
    id: Id,
    input: ControlInput<Id>,
    init: RequestInit = {},
  ): Promise<Response> {
    const response = await this.#options.send(this.#toRequest(id, input, init))
    if (response.ok) return response
    throw new ControlError(await readProblem(response))
  }

  #toRequest(id: ControlOperationId, { path, query, body }: Parts, init: RequestInit): Request {
    const { origin, controlKey, operations } = this.#options
    const operation = operations.find(known => known.id === id)
    if (operation === undefined) throw new TypeError(`The contract has no operation '${id}'.`)
    const url = new URL(fill(operation.path, path ?? {}), origin())
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const headers = new Headers(init.headers)
    if (controlKey !== undefined) headers.set('authorization', `Bearer ${controlKey}`)
    if (body !== undefined) headers.set('content-type', 'application/json')
    return new Request(url, {
      ...init,
      method: operation.method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
}

/** @throws TypeError when a parameter is missing */
function fill(template: string, parameters: object): string {
  const values = new Map(Object.entries(parameters))
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = values.get(name)
    if (value === undefined || value === '') throw new TypeError(`'${name}' must not be empty.`)
    return encodeURIComponent(String(value))
  })
}

/** @throws Error when somebody else than the control surface answers */
async function readProblem(response: Response): Promise<ProblemDocument> {
  const text = await response.text()
  if (response.headers.get('content-type') === 'application/problem+json') return JSON.parse(text)
  throw new Error(
    `${response.url || 'The server'} answered ${response.status}, and not as graph-understudy does: ${text.slice(0, 200)}`,
  )
}
