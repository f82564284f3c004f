// What a type of Microsoft Graph is: its properties in each version, from the contract's schema, and how they are read and filtered.
import type { ContractDocument } from '../contract/document.ts'
import type { Version } from './context.ts'
import type { FilterLevel, FilterTable, ValueType } from './odata/filter-support.ts'

/** The properties of a type in one version, in the contract's order. */
export interface EntityShape {
  /** `microsoft.graph.user` */
  readonly name: string
  /** Those that can be selected. */
  readonly properties: ReadonlySet<string>
  /** Those there are without `$select`: the ones marked `x-returned-by-default`, or all when none is. */
  readonly returnedByDefault: readonly string[]
  /** Those that hold a list. */
  readonly collections: ReadonlySet<string>
  /** Those that only the other version has. */
  readonly absent: ReadonlySet<string>
}

/** A type whose records are kept in any form `R`. */
export interface EntityType<R> {
  /** The name of its schema in the contract, which is its name in `microsoft.graph` as well. */
  readonly schema: string
  readonly filters: FilterTable
  /** By what a list of it is sorted; by nothing when left out. */
  readonly sorting?: {
    /** By path. */
    readonly by: Readonly<Record<string, { readonly type: ValueType; readonly level: FilterLevel }>>
    /** What it takes to sort what is filtered as well. */
    readonly filtered: FilterLevel
  }
  /** How a property is read, or a part of one by its path (`status/errorCode`). Asked once for a query, not for a record. */
  readonly readerOf: (path: string) => (record: R) => unknown
  /** Whether a path leads to what is kept elsewhere than in the record: it changes without the record, and no index can follow it. */
  readonly isKeptElsewhere?: (path: string) => boolean
}

/** The shapes of one version. */
export class EntityShapes {
  readonly #known = new Map<string, EntityShape>()
  readonly #document: ContractDocument
  readonly #version: Version

  constructor(document: ContractDocument, version: Version) {
    this.#document = document
    this.#version = version
  }

  /** Of the type with this schema. Throws when the contract has none of the name. */
  of(schema: string): EntityShape {
    const known = this.#known.get(schema)
    if (known !== undefined) return known
    const shape = this.#read(schema)
    this.#known.set(schema, shape)
    return shape
  }

  #read(schema: string): EntityShape {
    const declared = this.#document.components.schemas[schema]?.properties
    if (declared === undefined) throw new Error(`The contract has no schema '${schema}'.`)
    const all = Object.keys(declared).filter(name => !name.startsWith('@'))
    const isAbsent = (name: string) =>
      this.#version !== 'beta' && declared[name]?.['x-beta-only'] === true
    const present = all.filter(name => !isAbsent(name))
    const marked = present.filter(name => declared[name]?.['x-returned-by-default'] === true)
    return {
      name: `microsoft.graph.${schema}`,
      properties: new Set(present),
      returnedByDefault: marked.length === 0 ? present : marked,
      collections: new Set(present.filter(name => declared[name]?.type === 'array')),
      absent: new Set(all.filter(isAbsent)),
    }
  }
}

/** How a path is read from records that have the properties of Graph under their own names. */
export function readerOfPath(path: string): (record: unknown) => unknown {
  const [first = '', ...rest] = path.split('/')
  if (rest.length === 0) return record => memberOf(record, first)
  return record => rest.reduce(memberOf, memberOf(record, first))
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
