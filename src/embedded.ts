// The double in this process: it answers requests without a port, listens on one, and is driven like any other.
import type { ListenOptions, Understudy } from './api.ts'
import { ControlClient } from './client/control-client.ts'
import { ServerControls } from './client/server-controls.ts'
import { readContract } from './contract/contract.ts'
import type { TenantView } from './control/tenants.ts'
import { viewTenants } from './control/tenants.ts'
import { fetchFrom } from './fetch.ts'
import type { FixtureWatcher } from './fixtures/watch.ts'
import type { LocalCertificate } from './network/certificate.ts'
import type { Routable } from './playwright.ts'
import { Port } from './port.ts'
import type { ServerOptions } from './server.ts'
import { resetTenants } from './state/reset.ts'
import type { TokenRequest, TokenResponse } from './tokens/issue.ts'
import { issueAccessToken } from './tokens/issue.ts'

/** Where clients believe to be when they reach the double without a port. */
const PRODUCTION_AUTHORITY = 'https://login.microsoftonline.com'

/** @param allowedHosts the address listened on is added */
export function embed(
  options: ServerOptions,
  allowedHosts: Set<string>,
  watcher: FixtureWatcher | undefined,
): Understudy {
  const contract = readContract(options.contractText)
  const port = new Port(options, contract, allowedHosts)
  const client = new ControlClient({
    origin: () => originOf(options, port),
    send: request => fetchFrom(port.app, request),
    controlKey: options.controlKey,
    operations: contract.operations,
  })
  return new EmbeddedUnderstudy(client, options, port, watcher)
}

function originOf({ publicUrl }: ServerOptions, { url }: Port): string {
  return publicUrl ?? url ?? PRODUCTION_AUTHORITY
}

class EmbeddedUnderstudy extends ServerControls implements Understudy {
  readonly #options: ServerOptions
  readonly #port: Port
  readonly #watcher: FixtureWatcher | undefined

  constructor(
    client: ControlClient,
    options: ServerOptions,
    port: Port,
    watcher: FixtureWatcher | undefined,
  ) {
    super(client)
    this.#options = options
    this.#port = port
    this.#watcher = watcher
  }

  get url(): string | undefined {
    return this.#port.url
  }

  get certificate(): LocalCertificate | undefined {
    return this.#port.certificate
  }

  listen(options?: ListenOptions): Promise<string> {
    return this.#port.listen(options)
  }

  async fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    return fetchFrom(this.#port.app, new Request(input, init))
  }

  async route(context: Routable): Promise<void> {
    await (await import('./playwright.ts')).route(context, this)
  }

  override async issueToken(
    request: TokenRequest = {},
    { tenant }: { readonly tenant?: string } = {},
  ): Promise<TokenResponse> {
    return issueAccessToken(this.#options.issuer, this.#options.state.getTenant(tenant), request)
  }

  tenants(): readonly TenantView[] {
    return viewTenants(this.#options.state, originOf(this.#options, this.#port))
  }

  override async reset({ tenant }: { readonly tenant?: string } = {}): Promise<void> {
    await resetTenants(this.#options.state, this.#options.log, tenant)
  }

  async close(): Promise<void> {
    await this.#watcher?.close()
    await this.#port.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
