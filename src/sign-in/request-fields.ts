// What a request to the sign-in surface says of itself in so many words: the fields of its form, or else of its query.
import type { FastifyRequest } from 'fastify'
import { readClientAssertion } from '../tokens/client-assertion.ts'
import { readBasicCredentials } from './basic-credentials.ts'

export interface RequestFields {
  /** A field by its name; undefined where it is missing, empty, or there more than once. */
  readonly get: (name: string) => string | undefined
  readonly clientId: string | undefined
  /** As it was typed, or hinted at. */
  readonly userName: string | undefined
  /** Of a request to the token endpoint. */
  readonly grantType: string | undefined
}

/** Never throws, whatever was sent. */
export function readFields(request: FastifyRequest): RequestFields {
  const fields = request.method === 'POST' ? request.body : request.query
  const get = (name: string) => textOf(fields, name)
  return {
    get,
    clientId:
      get('client_id') ??
      readBasicCredentials(request.headers.authorization)?.clientId ??
      readClientAssertion(get('client_assertion') ?? '')?.clientId,
    userName:
      get('username') ??
      get('login') ??
      get('loginfmt') ??
      get('login_hint') ??
      get('logout_hint') ??
      textOf(request.params, 'userName'),
    grantType: get('grant_type'),
  }
}

function textOf(fields: unknown, name: string): string | undefined {
  if (typeof fields !== 'object' || fields === null) return undefined
  const value: unknown = Object.getOwnPropertyDescriptor(fields, name)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
