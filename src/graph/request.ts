// A request to Microsoft Graph, as far as the surface makes use of it: one of its own, or a part of a batch.
import type { FastifyRequest } from 'fastify'
import type { RoutedRequest, ServedRequest } from '../contract/perform.ts'
import type { StruckRequest } from '../faults/detour.ts'
import type { Caller, Refusal } from '../tokens/judge.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the token of a Graph request speaks for, once it is judged. */
    caller: Caller | undefined
    /** Why it is refused, if it is. */
    refusal: Refusal | undefined
  }
}

type Judged = Pick<FastifyRequest, 'caller' | 'refusal'>

export type GraphRequest = ServedRequest & StruckRequest & Judged

/** One whose operation is known. */
export type RoutedGraphRequest = RoutedRequest & StruckRequest & Judged
