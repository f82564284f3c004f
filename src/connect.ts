// A double that runs elsewhere, driven from a test.
import { readAsset } from './assets.ts'
import { ControlClient } from './client/control-client.ts'
import { ServerControls } from './client/server-controls.ts'
import type { TenantView } from './client/test-tenant.ts'
import { readContract } from './contract/contract.ts'
import { readOrigin } from './origin.ts'

export interface ConnectOptions {
  /** What the server was started with as --control-key. */
  readonly controlKey?: string
}

export class RemoteUnderstudy extends ServerControls {
  /** Where it listens. */
  readonly url: string
  readonly #client: ControlClient

  constructor(url: string, client: ControlClient) {
    super(client)
    this.url = url
    this.#client = client
  }

  /** The tenants, with the passwords and secrets a test signs in with. */
  async tenants(): Promise<readonly TenantView[]> {
    return (await this.#client.call('control.tenants.list', {})).tenants
  }
}

/**
 * Drives a server that runs already. Nothing is sent until something is asked for.
 * @param url `http://localhost:4280`
 * @throws TypeError when it is no origin
 */
export function connect(url: string, { controlKey }: ConnectOptions = {}): RemoteUnderstudy {
  const origin = readOrigin(url)
  if (origin === undefined)
    throw new TypeError(`'${url}' is not where a server listens. Write http://localhost:4280.`)
  const client = new ControlClient({
    origin: () => origin,
    send: request => fetch(request),
    controlKey,
    operations: readContract(readAsset('openapi.json')).operations,
  })
  return new RemoteUnderstudy(origin, client)
}
