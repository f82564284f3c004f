// The double as a library: one object that listens on a port, or answers requests without one.
import type { Understudy, UnderstudyOptions } from './api.ts'
import { findCompiledAsset, readAsset } from './assets.ts'
import { systemClock } from './clock.ts'
import type { Surface } from './contract/operations.ts'
import type { CompiledSchemas } from './contract/validators.ts'
import { controlHandlers } from './control/handlers.ts'
import { embed } from './embedded.ts'
import { readBuiltIn } from './fixtures/built-in.ts'
import { FixtureLibrary } from './fixtures/library.ts'
import type { FixtureWatcher, WatchFolder } from './fixtures/watch.ts'
import { graphHandlers } from './graph/handlers.ts'
import { hostName, isAnsweredHost } from './hosts.ts'
import { randomIds, seededIds } from './ids.ts'
import { Journal } from './journal/journal.ts'
import { Logger } from './logger.ts'
import { readOrigin } from './origin.ts'
import type { ServerOptions } from './server.ts'
import { signInHandlers } from './sign-in/handlers.ts'
import { MemoryLog } from './state/log.ts'
import { State } from './state/state.ts'
import { TokenJudge } from './tokens/judge.ts'
import { Seal } from './tokens/seal.ts'
import { SigningKeys } from './tokens/signing-keys.ts'

/** What tests may replace. */
export type Overrides = Partial<
  Pick<
    ServerOptions,
    | 'checkAnswers'
    | 'graphHandlers'
    | 'signInHandlers'
    | 'controlHandlers'
    | 'contractText'
    | 'sleep'
  > & { readonly watchFolder: WatchFolder }
>

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
  const journal = new Journal(state, clock, readLimit(options.journal))
  const log = new MemoryLog(state, clock, (type, tenantId) => journal.applied(type, tenantId))
  const issuer = { keys, log, ids }
  const allowedHosts = new Set(options.allowHosts?.map(hostName))
  const publicUrl = readPublicUrl(options.publicUrl, allowedHosts)
  const isOwnOrigin = ownOriginTest(allowedHosts)
  const library = await readFixtures(options)
  for (const { document } of library.fixtures)
    await log.submit('createTenant', { definition: library.define(document) })

  const serverOptions: ServerOptions = {
    contractText: readAsset('openapi.json'),
    findCompiledSchemas: findCompiled,
    graphHandlers,
    signInHandlers,
    controlHandlers,
    checkAnswers: true,
    state,
    log,
    clock,
    ids,
    issuer,
    journal,
    judge: new TokenJudge(state, keys, clock, isOwnOrigin),
    seal: new Seal(ids),
    isOwnOrigin,
    library,
    publicUrl,
    allowedHosts,
    controlKey: options.controlKey,
    logger: new Logger(options.logLevel ?? 'error'),
    ...overrides,
  }
  const watcher = await startWatching(options, serverOptions, overrides.watchFolder)
  return embed(serverOptions, allowedHosts, watcher)
}

/** @throws TypeError when it is no whole number */
function readLimit(journal: number | undefined): number | undefined {
  if (journal === undefined || (Number.isSafeInteger(journal) && journal >= 0)) return journal
  throw new TypeError(`journal must be a whole number from 0 on, not ${journal}.`)
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

async function readFixtures(options: UnderstudyOptions): Promise<FixtureLibrary> {
  const { fixtures: path, permissions, generateUsers = 0, watch = false } = options
  if (watch && path === undefined)
    throw new TypeError('There are no fixtures to watch: give a file or a folder as fixtures.')
  const fixtures =
    path === undefined
      ? readBuiltIn()
      : await (await import('./fixtures/load.ts')).loadFixtures(path)
  return new FixtureLibrary(fixtures, {
    settings: permissions === undefined ? {} : { permissions },
    generatedUsers: generateUsers,
  })
}

async function startWatching(
  { fixtures: path, watch = false, onReload }: UnderstudyOptions,
  { library, state, log, logger }: ServerOptions,
  watchFolder: WatchFolder | undefined,
): Promise<FixtureWatcher | undefined> {
  if (!watch || path === undefined) return undefined
  const { watchFixtures } = await import('./fixtures/watch.ts')
  return watchFixtures({
    path,
    library,
    state,
    log,
    onReload:
      onReload ??
      (({ error }) => {
        if (error !== undefined) logger.error({ error }, 'the fixtures were not reloaded')
      }),
    ...(watchFolder !== undefined && { watchFolder }),
  })
}

/** What loads a surface's schemas; undefined where they are not compiled. */
function findCompiled(surface: Surface): (() => Promise<CompiledSchemas>) | undefined {
  const url = findCompiledAsset(`validators.${surface}.js`)
  if (url === undefined) return undefined
  return async () => {
    const module: { readonly default: CompiledSchemas } = await import(url.href)
    return module.default
  }
}
