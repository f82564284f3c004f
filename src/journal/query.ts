// Which requests somebody asks for, and in what others differ from them.
import type { Entry, RecordedSurface } from './entry.ts'

/** All that is given must hold. */
export interface Query {
  readonly operationId?: string | undefined
  readonly surface?: RecordedSurface | undefined
  /** The user principal name, in any case. */
  readonly user?: string | undefined
  /** The appId, in lower case. */
  readonly client?: string | undefined
  readonly status?: number | undefined
  readonly errorCode?: string | undefined
  /** Milliseconds since the epoch, by the tenant's clock. */
  readonly since?: number | undefined
}

type Criterion = keyof Query

const holds: { readonly [C in Criterion]: (entry: Entry, wanted: Query[C]) => boolean } = {
  operationId: (entry, wanted) => entry.operationId === wanted,
  surface: (entry, wanted) => entry.surface === wanted,
  user: (entry, wanted) => entry.user?.toLowerCase() === wanted?.toLowerCase(),
  client: (entry, wanted) => entry.client === wanted,
  status: (entry, wanted) => entry.status === wanted,
  errorCode: (entry, wanted) => entry.errorCode === wanted,
  since: (entry, wanted = 0) => entry.at >= wanted,
}

const criteria = [
  'operationId',
  'surface',
  'user',
  'client',
  'status',
  'errorCode',
  'since',
] as const satisfies readonly Criterion[]

export function isAskedFor(query: Query, entry: Entry): boolean {
  return unmet(query, entry).length === 0
}

/** The criteria that a request does not meet. */
function unmet(query: Query, entry: Entry): readonly Criterion[] {
  return criteria.filter(name => query[name] !== undefined && !isMet(name, query, entry))
}

function isMet<C extends Criterion>(name: C, query: Query, entry: Entry): boolean {
  const { [name]: wanted }: Query = query
  return holds[name](entry, wanted)
}

const MOST_NEAR_MISSES = 3

/**
 * The requests that come closest to what was asked for, each in a sentence that says in what it differs; the nearest first, and among
 * equals the latest. `GET /v1.0/me answered 401: its status is 401, not 200.`
 */
export function nearMisses(query: Query, entries: readonly Entry[]): readonly string[] {
  return entries
    .map(entry => ({ entry, differing: unmet(query, entry) }))
    .filter(({ differing }) => differing.length > 0)
    .sort(
      (one, other) =>
        one.differing.length - other.differing.length || other.entry.sequence - one.entry.sequence,
    )
    .slice(0, MOST_NEAR_MISSES)
    .map(({ entry, differing }) => {
      const differences = differing.map(name => difference(name, query, entry))
      return `${entry.method} ${entry.path} answered ${entry.status ?? 'nothing'}: ${differences.join('; ')}.`
    })
}

const names: Readonly<Record<Exclude<Criterion, 'since'>, string>> = {
  operationId: 'its operation',
  surface: 'its surface',
  user: 'its user',
  client: 'its client',
  status: 'its status',
  errorCode: 'its error code',
}

function difference(name: Criterion, query: Query, entry: Entry): string {
  if (name === 'since') return 'it came before the time given'
  return `${names[name]} is ${entry[name] ?? 'none'}, not ${query[name]}`
}
