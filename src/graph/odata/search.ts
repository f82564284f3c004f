// $search: what a parsed search means for a record.
import type { EntityShape, EntityType } from '../entity-type.ts'
import { ODataError } from './errors.ts'
import type { Bound, CompiledFilter } from './filter.ts'
import { targetsOf } from './filter-support.ts'
import { foldCase, propertyValue } from './filter-value.ts'
import { findProperty } from './names.ts'
import type { Clause, Search } from './search-parser.ts'
import { parseSearch } from './search-parser.ts'
import { isFoundBy, wordsOf } from './search-words.ts'

type Predicate<R> = (record: R) => boolean

/** Found by their words; others by how they begin. @see https://learn.microsoft.com/graph/search-query-parameter */
const inWords: ReadonlySet<string> = new Set(['displayName', 'description'])
/** Taking a text apart, as compared with a condition of a filter. */
const WORDS_COST = 10

/**
 * The test that a `$search` stands for.
 * @throws ODataError on a search that cannot be made
 */
export function compileSearch<R>(
  text: string,
  type: EntityType<R>,
  shape: EntityShape,
): CompiledFilter<R> {
  const search = parseSearch(text)
  const binder = new SearchBinder(type, shape)
  const matches = binder.bind(search)
  const conjuncts = search.kind === 'and' ? search.terms : [search]
  const bounds = conjuncts.flatMap(term => (term.kind === 'clause' ? binder.boundOf(term) : []))
  const isBound = bounds.length === 1 && conjuncts.length === 1
  return { matches, cost: binder.cost, bounds, isBound }
}

class SearchBinder<R> {
  cost = 1
  readonly #type: EntityType<R>
  readonly #shape: EntityShape

  constructor(type: EntityType<R>, shape: EntityShape) {
    this.#type = type
    this.#shape = shape
  }

  bind(search: Search): Predicate<R> {
    switch (search.kind) {
      case 'and': {
        const terms = search.terms.map(term => this.bind(term))
        return record => terms.every(holds => holds(record))
      }
      case 'or': {
        const terms = search.terms.map(term => this.bind(term))
        return record => terms.some(holds => holds(record))
      }
      case 'clause':
        return this.#bindClause(search)
      case 'unsupported':
        throw new ODataError('unsupported', search.detail)
    }
  }

  /** Of a clause that looks for how a property begins. */
  boundOf(clause: Clause): Bound[] {
    const target = this.#targetOf(clause)
    if (inWords.has(target.path)) return []
    return [{ target, operator: 'startsWith', values: [foldCase(clause.text)] }]
  }

  #bindClause(clause: Clause): Predicate<R> {
    const { path, type } = this.#targetOf(clause)
    const read = this.#type.readerOf(path)
    if (inWords.has(path)) {
      this.cost += WORDS_COST
      const isFound = isFoundBy(wordsOf(clause.text))
      return record => {
        const value = read(record)
        return typeof value === 'string' && isFound(value)
      }
    }
    this.cost++
    const wanted = foldCase(clause.text)
    return record => {
      const value = propertyValue(read(record), type)
      return typeof value === 'string' && value.startsWith(wanted)
    }
  }

  #targetOf({ property, text }: Clause) {
    if (property === undefined)
      throw new ODataError('unsupported', `The clause "${text}" names no property.`)
    const [first = ''] = property.split('/')
    const name = findProperty(this.#shape, this.#type, first)
    if (name === undefined) {
      throw new ODataError(
        'unknownProperty',
        `Could not find a property named '${first}' on type '${this.#shape.name}'.`,
      )
    }
    const target = targetsOf(this.#type.filters).get(property.toLowerCase())
    if (target?.levels.startsWith === undefined || target.path.includes('/any'))
      throw new ODataError('searchProperty', `'${property}' cannot be searched.`, property)
    return target
  }
}
