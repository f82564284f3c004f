// Reads a page the strict way: anything that is not plainly a tag, an attribute in double quotes or text is refused.

export interface Tag {
  readonly name: string
  /** An attribute without a value has `''`. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface Markup {
  /** Start tags, in order. */
  readonly tags: readonly Tag[]
  /** What stands between tags, decoded, styles and scripts left out. */
  readonly texts: readonly string[]
  /** Contents of `style` and `script` elements, as they stand. */
  readonly sources: readonly string[]
}

const ATTRIBUTE = /\s([a-zA-Z-]+)(?:="([^"]*)")?/g
const TOKEN =
  /<!doctype html>|<(style|script)>([\s\S]*?)<\/\1>|<([a-z][a-z0-9]*)((?:\s[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>|<\/[a-z][a-z0-9]*>|([^<>]+)/y

/** @throws Error where the markup is not of the kind described above */
export function parseMarkup(source: string): Markup {
  const tags: Tag[] = []
  const texts: string[] = []
  const sources: string[] = []
  for (const [, raw, content, name, attributes, text] of tokensOf(source)) {
    if (raw !== undefined) tags.push({ name: raw, attributes: {} })
    if (content !== undefined) sources.push(content)
    if (name !== undefined) tags.push({ name, attributes: attributesOf(attributes ?? '') })
    if (text !== undefined) texts.push(decode(text))
  }
  return { tags, texts, sources }
}

/** Tags and the names of their attributes: what a value must not be able to change. */
export function shapeOf({ tags }: Markup): readonly string[] {
  return tags.map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' '))
}

/** The tag with this id. @throws Error where there is none, or more than one */
export function tagById({ tags }: Markup, id: string): Tag {
  const [found, ...others] = tags.filter(({ attributes }) => attributes.id === id)
  if (found === undefined || others.length > 0) throw new Error(`Not one tag has the id ${id}.`)
  return found
}

/** All that a reader sees, blanks made one. */
export function textOf({ texts }: Markup): string {
  return texts.join('').replace(/\s+/g, ' ')
}

function* tokensOf(source: string): Generator<RegExpExecArray> {
  const token = new RegExp(TOKEN)
  while (token.lastIndex < source.length) {
    const from = token.lastIndex
    const found = token.exec(source)
    if (found === null) throw new Error(`Not markup: ${source.slice(from, from + 80)}`)
    yield found
  }
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(ATTRIBUTE)].map(
    ([, name, value]) => [name ?? '', decode(value ?? '')] as const,
  )
  if (new Set(pairs.map(([name]) => name)).size < pairs.length)
    throw new Error(`An attribute is there twice: ${source}`)
  return Object.fromEntries(pairs)
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function decode(source: string): string {
  return source.replace(/&[^;&]*;?/g, entity => {
    const character = CHARACTERS[entity]
    if (character === undefined) throw new Error(`Not an entity: ${entity}`)
    return character
  })
}
