// The port on which the double listens: http, and https with a local certificate.
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ListenOptions } from './api.ts'
import type { Contract } from './contract/contract.ts'
import { hostName, isLoopbackAddress } from './hosts.ts'
import type { LocalCertificate } from './network/certificate.ts'
import { createListener } from './network/listener.ts'
import type { ServerOptions } from './server.ts'
import { createServer } from './server.ts'

const DEFAULT_PORT = 4280

export class Port {
  readonly app: FastifyInstance
  readonly #needsNoKey: boolean
  /** The address listened on is added to those the caller allows. */
  readonly #allowedHosts: Set<string>
  #url: string | undefined
  #certificate: LocalCertificate | undefined
  /** Under way or done. */
  #listening: Promise<string> | undefined

  constructor(options: ServerOptions, contract: Contract, allowedHosts: Set<string>) {
    this.#needsNoKey = options.controlKey === undefined
    this.#allowedHosts = allowedHosts
    const serverFactory: ServerOptions['serverFactory'] = handler =>
      createListener({ handler, certificate: async () => this.#getCertificate() })
    this.app = createServer({ ...options, serverFactory }, contract)
  }

  get url(): string | undefined {
    return this.#url
  }

  get certificate(): LocalCertificate | undefined {
    return this.#certificate
  }

  async listen(options: ListenOptions = {}): Promise<string> {
    if (this.#listening !== undefined) throw new Error('It already listens, or is about to.')
    this.#listening = this.#listen(options)
    try {
      return await this.#listening
    } catch (error) {
      this.#listening = undefined
      throw error
    }
  }

  async #listen({
    port = DEFAULT_PORT,
    host = '127.0.0.1',
    https = true,
  }: ListenOptions): Promise<string> {
    if (!isLoopbackAddress(host) && this.#needsNoKey) {
      throw new Error(
        `Listening on ${host} lets others in, so the control surface needs a key: set controlKey (--control-key).`,
      )
    }
    if (https) this.#certificate = await loadCertificate()
    await this.app.listen({ port, host })
    this.#allowedHosts.add(hostName(host))
    this.#url = urlOf(this.app.server.address(), host)
    return this.#url
  }

  async close(): Promise<void> {
    // A port that is about to open would stay open.
    await this.#listening?.catch(() => {})
    await this.app.close()
    this.#listening = undefined
    this.#url = undefined
  }

  #getCertificate(): LocalCertificate {
    if (this.#certificate === undefined) throw new Error('https is switched off.')
    return this.#certificate
  }
}

async function loadCertificate(): Promise<LocalCertificate> {
  const { localCertificate } = await import('./network/certificate.ts')
  return localCertificate()
}

const REACHED_AS_LOCALHOST = new Set(['localhost', '127.0.0.1', '0.0.0.0', '::'])

/** `http://localhost:4280` where that reaches it, because it is the name the certificate and most clients know. */
function urlOf(address: AddressInfo | string | null, host: string): string {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const literal = host.includes(':') ? `[${host}]` : host
  const name = REACHED_AS_LOCALHOST.has(host.toLowerCase()) ? 'localhost' : literal
  return `http://${name}:${address.port}`
}
