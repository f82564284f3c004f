// The client by which commands call the server, and what they say when it does not answer.
import { readAsset } from '../assets.ts'
import { ControlClient } from '../client/control-client.ts'
import { readContract } from '../contract/contract.ts'
import { DEFAULT_URL } from './common-options.ts'

/** Nobody answers, or somebody else does. The message says what to do. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** @param url an origin */
export function createClient(url: string, controlKey: string | undefined): ControlClient {
  return new ControlClient({
    origin: () => url,
    send: request => send(url, request),
    controlKey,
    operations: readContract(readAsset('openapi.json')).operations,
  })
}

async function send(url: string, request: Request): Promise<Response> {
  const response = await fetch(request).catch(error => {
    if (request.signal.aborted) throw error
    throw new Unreachable(reasonFor(url, error), { cause: error })
  })
  const type = response.headers.get('content-type') ?? ''
  const isOurs = response.status === 204 || /json|event-stream/.test(type)
  if (!isOurs) throw new Unreachable(`What answers at ${url} is not graph-understudy.`)
  return response
}

const NOBODY = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]

function reasonFor(url: string, error: unknown): string {
  const code = codeOf(error)
  if (NOBODY.includes(code)) return nobodyAt(url)
  if (/CERT|SIGNATURE|ISSUER/.test(code))
    return `The certificate of ${url} is not trusted (${code}). Run: npx graph-understudy doctor --url ${url}`
  return `What listens at ${url} does not answer as graph-understudy does (${code || String(error)}).`
}

/** The system's code of what went wrong: of the last attempt where there were several. */
export function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
  const last: unknown = cause instanceof AggregateError ? cause.errors.at(-1) : cause
  return last instanceof Error && 'code' in last ? String(last.code) : ''
}

export function nobodyAt(url: string): string {
  return `Nothing answers at ${url}. Start it with: ${startCommand(url)}`
}

/** What would have a server listen there. */
export function startCommand(url: string): string {
  const port = new URL(url).port
  const isUsual = port === new URL(DEFAULT_URL).port
  return `npx graph-understudy${isUsual ? '' : ` --port ${port || '80'}`}`
}
