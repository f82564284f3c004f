// The contract as handlers see it: what an operation is given, what it may answer, and the map that must hold a handler for each.
import type { OperationId } from './document.ts'
import type { operations } from './generated.ts'

export type { OperationId } from './document.ts'
export type Surface = OperationId extends `${infer S}.${string}` ? S : never
export type OperationIdOf<S extends Surface> = Extract<OperationId, `${S}.${string}`>

/** The surface of an operation, by its id. */
export function surfaceOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

/** Whether an operation is one of the surface. */
export function belongsTo<S extends Surface>(surface: S, id: string): id is OperationIdOf<S> {
  return id.startsWith(`${surface}.`)
}

type PresentOr<T, Otherwise> = [T] extends [never] ? Otherwise : T
type ParametersOf<Id extends OperationId, Place extends string> = operations[Id] extends {
  parameters: infer P
}
  ? Place extends keyof P
    ? PresentOr<NonNullable<P[Place]>, Record<never, never>>
    : Record<never, never>
  : Record<never, never>
type LowerCased<T> = { readonly [K in keyof T as Lowercase<K & string>]: T[K] }

type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : operations[Id] extends { requestBody?: { content: infer C } }
    ? C[keyof C] | undefined
    : undefined

/** A request that was checked against the contract and not altered. Header names are in lower case. */
export interface Input<Id extends OperationId> {
  readonly path: Readonly<ParametersOf<Id, 'path'>>
  readonly query: Readonly<ParametersOf<Id, 'query'>>
  readonly headers: LowerCased<ParametersOf<Id, 'header'>>
  readonly body: BodyOf<Id>
}

type BodyPart<R> = R extends { content: infer C }
  ? [C] extends [never]
    ? { readonly body?: undefined }
    : C extends { 'text/event-stream': string }
      ? { readonly body: AsyncIterable<string> }
      : { readonly body: C[keyof C] }
  : { readonly body?: undefined }

/**
 * One of the answers the contract declares: a status with the body that belongs to it; `default` is for failures that no handler gives.
 * Headers are completed by the surface.
 */
export type Output<Id extends OperationId> = operations[Id] extends { responses: infer Responses }
  ? {
      [Status in Extract<keyof Responses, number>]: {
        readonly status: Status
        readonly headers?: Readonly<Record<string, string>>
        /** Values of `set-cookie`. */
        readonly cookies?: readonly string[]
      } & BodyPart<Responses[Status]>
    }[Extract<keyof Responses, number>]
  : never

export type Handler<Id extends OperationId, Context> = (
  input: Input<Id>,
  context: Context,
) => Output<Id> | Promise<Output<Id>>

/** A handler for every operation of a surface, and for nothing else. */
export type Handlers<S extends Surface, Context> = {
  readonly [Id in OperationIdOf<S>]: Handler<Id, Context>
}
