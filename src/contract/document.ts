// Loads the contract and gives its operations with every reference resolved, each part with the JSON pointer by which its schema compiles.
import type { operations } from './generated.ts'
import { escapePointer, follow } from './pointer.ts'

export type OperationId = keyof operations
export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'

export interface ContractDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly servers?: readonly Server[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Server {
  readonly url: string
  readonly variables?: Readonly<
    Record<string, { readonly default: string; readonly enum?: readonly string[] }>
  >
}

export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly [keyword: string]: unknown
}

interface Reference {
  readonly $ref: string
}

interface PathItem {
  readonly servers?: readonly Server[]
  readonly parameters?: readonly (ParameterObject | Reference)[]
  readonly [method: string]: unknown
}

interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

interface BodyObject {
  readonly required?: boolean
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>
}

interface ResponseObject {
  readonly headers?: Readonly<Record<string, HeaderObject | Reference>>
  readonly content?: Readonly<Record<string, MediaTypeObject>>
}

interface MediaTypeObject {
  readonly schema: Schema
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

interface HeaderObject {
  readonly required?: boolean
  readonly schema: Schema
  readonly example?: string
}

interface OperationObject {
  readonly operationId: OperationId
  readonly security?: readonly SecurityRequirement[]
  readonly parameters?: readonly (ParameterObject | Reference)[]
  readonly requestBody?: BodyObject | Reference
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>
  readonly [extension: `x-${string}`]: unknown
}

/** One alternative: the permissions needed, by security scheme. `{}` asks for nothing. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  /** The name as requests carry it: a header's in lower case. */
  readonly key: string
  readonly required: boolean
  readonly schema: Schema
  /** JSON pointer to `schema`. */
  readonly pointer: string
}

export interface Response {
  readonly headers: readonly {
    readonly name: string
    readonly required: boolean
    readonly pointer: string
    readonly example: string | undefined
  }[]
  /** JSON pointers to the body's schema, by media type; empty when the response has no body. */
  readonly content: Readonly<Record<string, string>>
  /** Bodies, in the contract's order. */
  readonly examples: readonly {
    readonly name: string
    readonly mediaType: string
    readonly value: unknown
  }[]
}

export interface Operation {
  readonly id: OperationId
  readonly method: Method
  /** As in the contract: `/users/{userId}`, without the server's base path. */
  readonly path: string
  readonly servers: readonly Server[]
  /** The most that its body may have, where that is not the server's own limit. */
  readonly bodyLimitBytes: number | undefined
  /** An OData action: also reachable by its qualified name. */
  readonly isAction: boolean
  /** An OData function without parameters: also reachable by its qualified name, and with parentheses. */
  readonly isFunction: boolean
  /** Read when first asked for, as the responses are: most operations of a large contract are never called. */
  readonly parameters: readonly Parameter[]
  readonly body:
    | { readonly required: boolean; readonly content: Readonly<Record<string, string>> }
    | undefined
  readonly responses: ReadonlyMap<number, Response>
  /** `default`: what an answer of a status without a response of its own is like; no handler may give one. */
  readonly otherResponse: Response | undefined
  readonly security: readonly SecurityRequirement[]
  /** Accepted besides `security` when the double enforces what was observed instead of what is documented. */
  readonly observedSecurity: readonly SecurityRequirement[]
  /** Accepted besides `security` as long as callers reach only themselves. */
  readonly securityOnSelf: readonly SecurityRequirement[]
  /** Whether personal Microsoft accounts are refused, whatever their tokens hold. */
  readonly refusesPersonalAccounts: boolean
}

const METHODS = ['delete', 'get', 'patch', 'post', 'put'] as const

/** All operations of the contract, in its order. Throws on a reference that leads nowhere: at once, or when what is read later is asked for. */
export function operationsOf(document: ContractDocument): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method] !== undefined).map(method =>
      readOperation(document, path, method),
    ),
  )
}

function readOperation(
  document: ContractDocument,
  path: string,
  method: (typeof METHODS)[number],
): Operation {
  const itemPointer = `#/paths/${escapePointer(path)}`
  const item = follow<PathItem>(document, itemPointer).value
  const pointer = `${itemPointer}/${method}`
  const operation = follow<OperationObject>(document, pointer).value
  let parameters: Operation['parameters'] | undefined
  let responses: Operation['responses'] | undefined
  let otherResponse: Response | undefined
  return {
    id: operation.operationId,
    method: toMethod(method),
    path,
    servers: item.servers ?? document.servers ?? [{ url: '/' }],
    bodyLimitBytes: readNumber(operation['x-body-limit-bytes']),
    isAction: operation['x-ms-docs-operation-type'] === 'action',
    isFunction: operation['x-ms-docs-operation-type'] === 'function',
    get parameters() {
      parameters ??= [
        ...readParameters(document, item.parameters ?? [], `${itemPointer}/parameters`),
        ...readParameters(document, operation.parameters ?? [], `${pointer}/parameters`),
      ]
      return parameters
    },
    body:
      operation.requestBody === undefined
        ? undefined
        : readBody(document, `${pointer}/requestBody`),
    get responses() {
      responses ??= readResponses(
        document,
        Object.keys(operation.responses).filter(status => status !== 'default'),
        `${pointer}/responses`,
      )
      return responses
    },
    get otherResponse() {
      if (operation.responses.default === undefined) return undefined
      otherResponse ??= readResponse(document, `${pointer}/responses/default`)
      return otherResponse
    },
    security: operation.security ?? [],
    observedSecurity: readRequirements(operation['x-observed-permissions']),
    securityOnSelf: readRequirements(operation['x-permissions-on-self']),
    refusesPersonalAccounts: operation['x-refuses-personal-accounts'] === true,
  }
}

function toMethod(method: (typeof METHODS)[number]): Method {
  const methods = {
    delete: 'DELETE',
    get: 'GET',
    patch: 'PATCH',
    post: 'POST',
    put: 'PUT',
  } as const
  return methods[method]
}

function readParameters(
  document: ContractDocument,
  list: readonly unknown[],
  pointer: string,
): Parameter[] {
  return list.map((_, index) => {
    const found = follow<ParameterObject>(document, `${pointer}/${index}`)
    const { name, in: place, required = false, schema } = found.value
    const key = place === 'header' ? name.toLowerCase() : name
    return { name, in: place, key, required, schema, pointer: `${found.pointer}/schema` }
  })
}

function readBody(document: ContractDocument, pointer: string): Operation['body'] {
  const found = follow<BodyObject>(document, pointer)
  return {
    required: found.value.required ?? false,
    content: contentPointers(found.value.content, found.pointer),
  }
}

function readResponses(
  document: ContractDocument,
  statuses: readonly string[],
  pointer: string,
): Operation['responses'] {
  return new Map(
    statuses.map(status => [Number(status), readResponse(document, `${pointer}/${status}`)]),
  )
}

function readResponse(document: ContractDocument, pointer: string): Response {
  const found = follow<ResponseObject>(document, pointer)
  const { headers = {}, content = {} } = found.value
  return {
    headers: Object.keys(headers).map(name => {
      const header = follow<HeaderObject>(
        document,
        `${found.pointer}/headers/${escapePointer(name)}`,
      )
      return {
        name: name.toLowerCase(),
        required: header.value.required ?? false,
        pointer: `${header.pointer}/schema`,
        example: header.value.example,
      }
    }),
    content: contentPointers(content, found.pointer),
    get examples() {
      return Object.entries(content).flatMap(([mediaType, { examples = {} }]) =>
        Object.entries(examples).map(([name, { value }]) => ({ name, mediaType, value })),
      )
    },
  }
}

function contentPointers(content: BodyObject['content'], pointer: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(content).map(type => [type, `${pointer}/content/${escapePointer(type)}/schema`]),
  )
}

function readNumber(extension: unknown): number | undefined {
  return typeof extension === 'number' ? extension : undefined
}

function readRequirements(extension: unknown): readonly SecurityRequirement[] {
  return Array.isArray(extension) ? extension : []
}
