// The double as a library: one object that listens on a port, or answers requests without one.
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ListenOptions, Understudy, UnderstudyOptions } from './api.ts'
import { findCompiledAsset, readAsset } from './assets.ts'
import { systemClock } from './clock.ts'
import type { CompiledSchemas } from './contract/validators.ts'
import { controlHandlers } from './control/handlers.ts'
import type { TenantView } from './control/tenants.ts'
import { viewTenants } from './control/tenants.ts'
import { fetchFrom } from './fetch.ts'
import { builtInFixtures } from './fixtures/built-in.ts'
import { toTenantDefinition } from './fixtures/definition.ts'
import type { FixtureDocument } from './fixtures/document.ts'
import { graphHandlers } from './graph/handlers.ts'
import { hostName, isAnsweredHost, isLoopbackAddress } from './hosts.ts'
import { randomIds, seededIds } from './ids.ts'
import { Logger } from './logger.ts'
import type { LocalCertificate } from './network/certificate.ts'
import { createListener } from './network/listener.ts'
import { readOrigin } from './origin.ts'
import type { ServerOptions } from './server.ts'
import { createServer } from './server.ts'
import { signInHandlers } from './sign-in/handlers.ts'
import { MemoryLog } from './state/log.ts'
import { resetTenants } from './state/reset.ts'
import type { SettingsUpdate } from './state/settings.ts'
import { defaultSettings, updateSettings } from './state/settings.ts'
import { State } from './state/state.ts'
import type { TokenRequest, TokenResponse } from './tokens/issue.ts'
import { issueAccessToken } from './tokens/issue.ts'
import { TokenJudge } from './tokens/judge.ts'
import { Seal } from './tokens/seal.ts'
import { SigningKeys } from './tokens/signing-keys.ts'

/** What tests may replace. */
export type Overrides = Partial<
  Pick<
    ServerOptions,
    'checkAnswers' | 'graphHandlers' | 'signInHandlers' | 'controlHandlers' | 'contractText'
  >
>

const DEFAULT_PORT = 4280
/** Where clients believe to be when they reach the double without a port. */
const PRODUCTION_AUTHORITY = 'https://login.microsoftonline.com'

/** Rejects with FixtureError when the fixtures have a mistake, saying where. */
export async function createUnderstudy(
  options: UnderstudyOptions = {},
  overrides: Overrides = {},
): Promise<Understudy> {
  if (options.controlKey === '') throw new TypeError('controlKey must not be empty.')
  const clock = options.clock ?? systemClock
  const ids = options.seed === undefined ? randomIds : seededIds(options.seed)
  const keys = options.signingKeys ?? new SigningKeys()
  const state = new State()
  const log = new MemoryLog(state, clock)
  const issuer = { keys, log, ids }
  const allowedHosts = new Set(options.allowHosts?.map(hostName))
  const publicUrl = readPublicUrl(options.publicUrl, allowedHosts)
  const isOwnOrigin = ownOriginTest(allowedHosts)
  for (const definition of await readDefinitions(options))
    await log.submit('createTenant', { definition })

  const serverOptions: ServerOptions = {
    contractText: readAsset('openapi.json'),
    loadCompiledSchemas: compiledSchemas(),
    graphHandlers,
    signInHandlers,
    controlHandlers,
    checkAnswers: true,
    state,
    log,
    clock,
    ids,
    issuer,
    judge: new TokenJudge(state, keys, clock, isOwnOrigin),
    seal: new Seal(ids),
    isOwnOrigin,
    publicUrl,
    allowedHosts,
    controlKey: options.controlKey,
    logger: new Logger(options.logLevel ?? 'error'),
    ...overrides,
  }
  return new EmbeddedUnderstudy(serverOptions, allowedHosts)
}

/** Its host is one to answer for, whatever stands in front. @throws TypeError when it is no origin */
function readPublicUrl(url: string | undefined, allowedHosts: Set<string>): string | undefined {
  if (url === undefined) return undefined
  const origin = readOrigin(url)
  if (origin === undefined)
    throw new TypeError(`publicUrl must be an origin such as https://login.example, not '${url}'.`)
  allowedHosts.add(hostName(new URL(origin).host))
  return origin
}

/** Whether a URL is an origin of this machine, or of a host that the double answers for. */
function ownOriginTest(allowedHosts: ReadonlySet<string>): (url: string) => boolean {
  return url => {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    return parsed?.origin === url && isAnsweredHost(parsed.host, [allowedHosts])
  }
}

async function readDefinitions({ fixtures, permissions, generateUsers = 0 }: UnderstudyOptions) {
  const documents: readonly FixtureDocument[] =
    fixtures === undefined
      ? builtInFixtures()
      : await (await import('./fixtures/load.ts')).loadFixtures(fixtures)
  // What the caller asks for wins over a fixture's own settings.
  const asked: SettingsUpdate = permissions === undefined ? {} : { permissions }
  return documents.map(document => {
    const definition = toTenantDefinition(document, {
      settings: defaultSettings,
      generatedUsers: generateUsers,
    })
    return { ...definition, settings: updateSettings(definition.settings, asked) }
  })
}

function compiledSchemas(): ServerOptions['loadCompiledSchemas'] {
  const url = findCompiledAsset('validators.js')
  if (url === undefined) return undefined
  return async () => {
    const module: { readonly default: CompiledSchemas } = await import(url.href)
    return module.default
  }
}

class EmbeddedUnderstudy implements Understudy {
  readonly #options: ServerOptions
  readonly #app: FastifyInstance
  /** The address listened on is added to those the caller allows. */
  readonly #allowedHosts: Set<string>
  #url: string | undefined
  #certificate: LocalCertificate | undefined
  /** Under way or done. */
  #listening: Promise<string> | undefined

  constructor(options: ServerOptions, allowedHosts: Set<string>) {
    this.#options = options
    this.#allowedHosts = allowedHosts
    this.#app = createServer({
      ...options,
      serverFactory: handler =>
        createListener({ handler, certificate: async () => this.#getCertificate() }),
    })
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
    if (!isLoopbackAddress(host) && this.#options.controlKey === undefined) {
      throw new Error(
        `Listening on ${host} lets others in, so the control surface needs a key: set controlKey (--control-key).`,
      )
    }
    if (https) this.#certificate = await loadCertificate()
    await this.#app.listen({ port, host })
    this.#allowedHosts.add(hostName(host))
    this.#url = urlOf(this.#app.server.address(), host)
    return this.#url
  }

  async fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    return fetchFrom(this.#app, new Request(input, init))
  }

  async issueToken(
    request: TokenRequest = {},
    { tenant }: { readonly tenant?: string } = {},
  ): Promise<TokenResponse> {
    return issueAccessToken(this.#options.issuer, this.#options.state.getTenant(tenant), request)
  }

  tenants(): readonly TenantView[] {
    const { state, publicUrl } = this.#options
    return viewTenants(state, publicUrl ?? this.#url ?? PRODUCTION_AUTHORITY)
  }

  async reset({ tenant }: { readonly tenant?: string } = {}): Promise<void> {
    await resetTenants(this.#options.state, this.#options.log, tenant)
  }

  async close(): Promise<void> {
    // A port that is about to open would stay open.
    await this.#listening?.catch(() => {})
    await this.#app.close()
    this.#listening = undefined
    this.#url = undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
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
