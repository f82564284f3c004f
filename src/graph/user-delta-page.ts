// One page of a round of graph.users.delta: everybody, or those who were changed.
import type { components } from '../contract/generated.ts'
import type { Tenant } from '../state/tenant.ts'
import type { UserChange } from '../state/user-changes.ts'
import type { User as Stored } from '../state/users.ts'
import type { UsersDeltaPage } from '../tokens/continuations.ts'
import type { Selection } from './odata/select.ts'
import { pickSelected } from './odata/select.ts'
import { toSelected } from './user-entity.ts'

type User = components['schemas']['user']

export interface DeltaItems {
  readonly items: (User | components['schemas']['removedUser'])[]
  /** Where the next page goes on; undefined when this is the last. */
  readonly next: number | undefined
}

/** How many users a page holds. */
const PAGE_SIZE = 100
const ID: ReadonlySet<string> = new Set(['id'])

export function everybody(
  tenant: Tenant,
  { after, ids }: UsersDeltaPage,
  selection: Selection,
): DeltaItems {
  const { users } = tenant
  const selected = withId(selection)
  const toItem = (user: Stored) => withoutUnset(toSelected(tenant, user, selected), ID)
  if (ids !== undefined) return { items: namedUsers(tenant, ids).map(toItem), next: undefined }
  const items: User[] = []
  for (let slot = users.slotFrom(after); slot < users.slots; slot++) {
    const user = users.at(slot)
    if (user === undefined || user.accountType === 'personal') continue
    if (items.length === PAGE_SIZE) return { items, next: users.positionOf(slot) }
    items.push(toItem(user))
  }
  return { items, next: undefined }
}

/** In the order of the directory. There are never more than a page holds. */
function namedUsers({ users }: Tenant, ids: readonly string[]): Stored[] {
  const placeOf = ({ id }: Stored) => users.positionOfId(id) ?? 0
  return [...new Set(ids)]
    .flatMap(id => users.find(id) ?? [])
    .filter(({ id, accountType }) => ids.includes(id) && accountType !== 'personal')
    .sort((one, other) => placeOf(one) - placeOf(other))
}

/** Each user once, in the order of the latest changes. */
export function changedUsers(
  tenant: Tenant,
  page: UsersDeltaPage,
  selection: Selection,
  isMinimal: boolean,
): DeltaItems {
  const tracked = selection.given === undefined ? undefined : new Set(selection.properties)
  const changes = changesAfter(tenant, page, tracked)
  const end = endOfPage(changes)
  const selected = withId(selection)
  const items = changes.slice(0, end).map(([id, { removed, names, isNew }]) => {
    const user = tenant.users.find(id)
    if (removed !== undefined || user === undefined)
      return { id, '@removed': { reason: removed ?? 'deleted' } }
    const entity = toSelected(tenant, user, selected)
    const changed = new Set(['id', ...names])
    return isMinimal && !isNew ? only(entity, changed) : withoutUnset(entity, changed)
  })
  return { items, next: end < changes.length ? changes[end - 1]?.[1].position : undefined }
}

type Changes = readonly (readonly [string, DeltaChange])[]

/** Those at one place in the log stay together: pages are told apart by it. */
function endOfPage(changes: Changes): number {
  const last = changes[PAGE_SIZE - 1]?.[1].position
  const end = changes.findIndex(
    ([, { position }], index) => index >= PAGE_SIZE && position !== last,
  )
  return end === -1 ? changes.length : end
}

interface DeltaChange {
  readonly position: number
  readonly removed: UserChange['removed']
  readonly isNew: boolean
  /** Of the properties that were changed. */
  readonly names: readonly string[]
}

/** @param tracked only changes of these properties count; of all that are stored when left out */
function changesAfter(
  tenant: Tenant,
  { after, since, ids }: UsersDeltaPage,
  tracked: ReadonlySet<string> | undefined,
): Changes {
  const changes = new Map<string, DeltaChange>()
  for (const [id, { position, removed, added = 0, properties }] of tenant.userChanges.since(
    after,
  )) {
    const names = Object.keys(properties).filter(
      name => (properties[name] ?? 0) > since && tracked?.has(name) !== false,
    )
    const isNew = added > since
    if (removed === undefined && !isNew && names.length === 0) continue
    changes.set(id, { position, removed, isNew, names })
  }
  if (tracked !== undefined) addRevocations(changes, tenant, after, tracked)
  return [...changes]
    .filter(([id]) => ids?.includes(id) !== false)
    .sort(([, one], [, other]) => one.position - other.position)
}

/** They move an instant that only those are told of who ask for it. */
function addRevocations(
  changes: Map<string, DeltaChange>,
  { revocations, users }: Tenant,
  after: number,
  tracked: ReadonlySet<string>,
): void {
  const names = instants.filter(name => tracked.has(name))
  if (names.length === 0) return
  for (const [id, ofUser] of revocations) {
    const position = ofUser.at(-1)?.position ?? 0
    const known = changes.get(id)
    if (position <= after || users.find(id) === undefined) continue
    changes.set(id, {
      position: Math.max(position, known?.position ?? 0),
      removed: known?.removed,
      isNew: known?.isNew ?? false,
      names: [...(known?.names ?? []), ...names],
    })
  }
}

const instants = ['signInSessionsValidFromDateTime', 'refreshTokensValidFromDateTime'] as const

/** Who it is, is always told. */
function withId({ given, properties }: Selection): Selection {
  return { given, properties: [...new Set([...properties, 'id'])] }
}

/** What was never set is left out, unless its being empty is what was changed. */
function withoutUnset(user: User, changed: ReadonlySet<string>): User {
  const set = Object.entries(user).filter(([name, value]) => changed.has(name) || !isUnset(value))
  return only(user, new Set(set.map(([name]) => name)))
}

function only(user: User, names: ReadonlySet<string>): User {
  return pickSelected(user, { given: undefined, properties: [...names] })
}

function isUnset(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}
