// Markup from templates. Whatever is put into one is escaped, or refused where escaping would not help.
import { inert } from './address.ts'

/** Markup that is safe to send. Only `html` and `verbatim` make it. */
class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

/** Attributes for a tag, each with the blank before it. Only `attributes` makes them. */
class Attributes extends Html {}

export type { Html }

type Value = string | number | undefined | Html | readonly Html[]

/** Where in the markup the template stands. */
type Place = 'text' | 'tag' | 'value'

const moves: Readonly<Record<Place, Readonly<Partial<Record<string, Place>>>>> = {
  text: { '<': 'tag' },
  tag: { '>': 'text', '"': 'value' },
  value: { '"': 'tag' },
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Markup from a template. Strings and numbers are escaped, in text and in double-quoted attribute values; addresses
 * in `action`, `href` and `src` are made inert; `undefined` is nothing; lists are joined.
 * @throws TypeError where a value stands at a place it could break out of: a mistake in the template, whatever the value
 */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  let place: Place = 'text'
  const parts = literals.map((literal, index) => {
    place = walk(place, literal)
    return index < values.length ? literal + fill(place, literal, values[index]) : literal
  })
  if (place !== 'text') throw new TypeError('A template ends inside a tag.')
  return new Html(parts.join(''))
}

/** Attributes whose names the code knows; `true` is the name alone, `false` and `undefined` leave it out. */
export function attributes(given: Readonly<Record<string, string | boolean | undefined>>) {
  const present = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== false,
  )
  return new Attributes(
    present
      .map(([name, value]) =>
        typeof value === 'string' ? ` ${name}="${attributeText(name, value)}"` : ` ${name}`,
      )
      .join(''),
  )
}

/** An element whose content is text to the parser, not markup: for this program's own styles and scripts only. */
export function verbatim(element: 'style' | 'script', content: string): Html {
  return new Html(`<${element}>${content}</${element}>`)
}

function walk(from: Place, literal: string): Place {
  let place = from
  for (const character of literal) place = moves[place][character] ?? place
  return place
}

function fill(place: Place, literal: string, value: Value): string {
  if (value instanceof Attributes !== (place === 'tag'))
    throw new TypeError(`A value stands where it could change the markup, after: ${literal}`)
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') {
    const attribute = place === 'value' ? /\s([a-z-]+)="$/.exec(literal)?.[1] : undefined
    return attributeText(attribute, String(value))
  }
  if (place === 'value') throw new TypeError(`Markup stands in an attribute, after: ${literal}`)
  return value instanceof Html ? value.toString() : value.join('')
}

function attributeText(attribute: string | undefined, value: string): string {
  const isAddress = attribute === 'action' || attribute === 'href' || attribute === 'src'
  return escapeText(isAddress ? inert(value) : value)
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, found => ENTITIES[found] ?? '')
}
