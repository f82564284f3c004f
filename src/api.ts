// What the library's users see of it.
import type { ServerControls } from './client/server-controls.ts'
import type { Clock } from './clock.ts'
import type { TenantView } from './control/tenants.ts'
import type { FixtureReload } from './fixtures/reload.ts'
import type { LogLevel } from './logger.ts'
import type { LocalCertificate } from './network/certificate.ts'
import type { Routable } from './playwright.ts'
import type { PermissionsMode } from './state/settings.ts'
import type { TokenRequest, TokenResponse } from './tokens/issue.ts'
import type { SigningKeys } from './tokens/signing-keys.ts'

export interface UnderstudyOptions {
  /** A fixture file, or a folder of them, in YAML or JSON. The built-in tenant when left out. */
  readonly fixtures?: string
  /** Whether to read the fixtures again when their files change; the tenants whose fixture has changed start anew. */
  readonly watch?: boolean
  /** Called each time they were read again. Left out, mistakes in them are logged. */
  readonly onReload?: (reload: FixtureReload) => void
  /** How many users to make up in each tenant besides those of its fixture. 0 when left out. */
  readonly generateUsers?: number
  /** What the Graph surface enforces: `documented` when left out, `observed` or `off`. */
  readonly permissions?: PermissionsMode
  /** Host names to answer for besides loopback and the production hosts. */
  readonly allowHosts?: readonly string[]
  /** The origin that all addresses given out begin with (`https://login.example`); the one by which a request comes in when left out. */
  readonly publicUrl?: string
  /** What the control surface asks for. Nothing when left out, which is allowed on loopback only. */
  readonly controlKey?: string
  /** How many requests are kept for each tenant, for tests to look at. 1000 when left out; 0 keeps none. */
  readonly journal?: number
  /** What is logged, as JSON lines on standard error. `error` when left out. */
  readonly logLevel?: LogLevel
  /** Makes ids and lifetimes repeat from run to run. */
  readonly seed?: string
  /** Where the time comes from; the system's clock when left out. */
  readonly clock?: Clock
  /** Keys to sign with, to be shared by several doubles; a pair of its own when left out. */
  readonly signingKeys?: SigningKeys
}

export interface ListenOptions {
  /** 4280 when left out; 0 for any that is free. */
  readonly port?: number
  /** The address to listen on. 127.0.0.1 when left out. */
  readonly host?: string
  /** Whether the port also answers https, with a local certificate that is made when it is first needed. True when left out. */
  readonly https?: boolean
}

/** A double. What tests do with it besides calling it is in `ServerControls`. */
export interface Understudy extends ServerControls, AsyncDisposable {
  /** Where it listens, `http://localhost:4280`; undefined until `listen`. */
  readonly url: string | undefined
  /** The local certificate, when it listens with https. */
  readonly certificate: LocalCertificate | undefined
  /** Opens the port and gives its address. Rejects with the system's error (`EADDRINUSE` …) when it cannot. */
  listen(options?: ListenOptions): Promise<string>
  /**
   * Answers a request for a production address (`https://graph.microsoft.com/v1.0/me`) or for the double's own, without a port.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
  /** Answers the production addresses for the pages of a Playwright context, or for one page, as `route` of `graph-understudy/playwright` does. */
  route(context: Routable): Promise<void>
  /**
   * Issues an access token, as `POST /_understudy/tokens` does.
   * Rejects when the tenant has no such user or client.
   * @param options.tenant id or domain; the default tenant when left out
   */
  issueToken(request?: TokenRequest, options?: { readonly tenant?: string }): Promise<TokenResponse>
  /** The tenants, with the passwords and secrets a test signs in with, as `GET /_understudy/tenants` shows them. */
  tenants(): readonly TenantView[]
  /** Puts every tenant, or the one named by id or domain, back to where it started. */
  reset(options?: { readonly tenant?: string }): Promise<void>
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}
