// The machine and the server: is it there, is it this program, by which protocols and under which names does it answer?
import { lookup } from 'node:dns/promises'
import { PRODUCTION_HOSTS } from '../../hosts.ts'
import { version } from '../../version.ts'
import { codeOf, nobodyAt, startCommand } from '../server-client.ts'
import type { Finding } from './finding.ts'
import { about } from './finding.ts'
import type { Probe, ProbeOptions } from './probe.ts'
import { probe } from './probe.ts'

export const LEAST_NODE = '20.19.0'
const HEALTH = '/_understudy/health'

/** @param running as `process.versions.node` has it */
export function checkNode(running: string): Finding {
  const { ok, problem } = about('Node.js')
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE.split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
    ? ok(running)
    : problem(`${running} is too old. Install ${LEAST_NODE} or later.`)
}

export interface Reached {
  readonly findings: readonly Finding[]
  /** Its answer by the protocol of the URL; undefined when graph-understudy does not answer there. */
  readonly health: Probe | undefined
  /** Its answer by https, where it has one. */
  readonly secure: Probe | undefined
}

/** By the protocol of the URL, and by the other one on the same port. */
export async function checkServer(url: string): Promise<Reached> {
  const { ok, advice, problem } = about('Server')
  const health = await probe(url + HEALTH).catch(asError)
  if (health instanceof Error) return unreached(problem(await whoseFault(url, health)))
  const running = versionIn(health)
  if (running === undefined) return unreached(problem(stranger(url, health)))
  const own = version()
  const other = otherProtocol(url)
  const byOther = await probe(other + HEALTH).catch(asError)
  const isBoth = !(byOther instanceof Error) && versionIn(byOther) !== undefined
  const secure = url.startsWith('https:') ? health : isBoth ? byOther : undefined
  return {
    health,
    secure,
    findings: [
      ok(`graph-understudy ${running} answers at ${url}${isBoth ? ` and ${other}` : ''}.`),
      ...(running === own
        ? []
        : [advice(`This program is ${own}. Use the same version for both.`)]),
      ...(secure === undefined
        ? [advice('It answers by http alone, and MSAL wants https: start it without --no-https.')]
        : []),
    ],
  }
}

function unreached(finding: Finding): Reached {
  return { findings: [finding], health: undefined, secure: undefined }
}

async function whoseFault(url: string, error: Error): Promise<string> {
  const code = codeOf(error)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return nobodyAt(url)
  const other = otherProtocol(url)
  const byOther = await probe(other + HEALTH).catch(asError)
  if (!(byOther instanceof Error) && versionIn(byOther) !== undefined)
    return `graph-understudy answers at ${other} alone. Use that URL, or start it without --no-https.`
  return `Something that is not graph-understudy listens at ${url} (${code || error.message}). ${elsewhere(url)}`
}

function stranger(url: string, { status, headers, body }: Probe): string {
  if (status === 421) return detailIn(body) ?? `It does not answer for the host of ${url}.`
  const name = headers.server === undefined ? '' : `, and calls itself ${headers.server}`
  return `Something that is not graph-understudy listens at ${url}: it answers ${status}${name}. ${elsewhere(url)}`
}

function elsewhere(url: string): string {
  const next = new URL(url)
  next.port = String((Number(next.port) || 80) + 1)
  return `Stop it, or use another port: ${startCommand(next.origin)}`
}

/** The names by which clients reach it. @param names others that are to be answered for */
export async function checkNames(url: string, names: readonly string[]): Promise<Finding[]> {
  const hosts = [...PRODUCTION_HOSTS, ...names]
  const findings = await Promise.all(hosts.map(host => checkName(url, host)))
  return [...(await checkLocalhost(url)), ...findings]
}

async function checkName(url: string, host: string): Promise<Finding> {
  const { ok, problem } = about('Host name')
  const answer = await ask(url, { host })
  if (answer !== undefined && versionIn(answer) !== undefined) return ok(`${host} is answered for.`)
  const detail = answer === undefined ? undefined : detailIn(answer.body)
  return problem(detail ?? `${host} is not answered for.`)
}

/** `localhost` may be several addresses, and clients do not agree on which they try. */
async function checkLocalhost(url: string): Promise<Finding[]> {
  const { ok, advice } = about('Host name')
  const { hostname, host, port } = new URL(url)
  if (hostname !== 'localhost') return []
  const addresses = (await lookup('localhost', { all: true })).map(({ address }) => address)
  const answers = await Promise.all(addresses.map(address => ask(url, { host, address })))
  const silent = addresses.filter((_, index) => {
    const answer = answers[index]
    return answer === undefined || versionIn(answer) === undefined
  })
  if (silent.length === 0) return [ok(`localhost is ${addresses.join(' and ')}.`)]
  return [
    advice(
      `localhost is ${addresses.join(' and ')}, and it does not answer on ${silent.join(' and ')}. A client that tries that address alone fails: use http://127.0.0.1:${port || '80'}.`,
    ),
  ]
}

function ask(url: string, options: ProbeOptions): Promise<Probe | undefined> {
  return probe(url + HEALTH, options).catch(() => undefined)
}

function otherProtocol(url: string): string {
  const { protocol, hostname, port } = new URL(url)
  const usual = protocol === 'https:' ? '443' : '80'
  return `${protocol === 'https:' ? 'http' : 'https'}://${hostname}:${port || usual}`
}

function versionIn({ status, body }: Probe): string | undefined {
  const health = parse(body)
  return status === 200 && health.status === 'ok' && typeof health.version === 'string'
    ? health.version
    : undefined
}

function detailIn(body: string): string | undefined {
  const { detail } = parse(body)
  return typeof detail === 'string' ? detail : undefined
}

/** Nothing when it is no JSON. */
export function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
