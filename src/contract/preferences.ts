// `Prefer: code=403` and `Prefer: example=name`: a declared answer in place of the handler's, as users of Prism ask for it.
import type { Operation, Response } from './document.ts'

/** What a request prefers; at least one of the two is there. */
export interface Preference {
  readonly code?: string
  readonly example?: string
}

/** The preference cannot be met; the message says what can be asked for. */
export class UnknownPreference extends Error {
  override readonly name = 'UnknownPreference'
}

/** What to answer. Without an example, the surface's own error of the status, or no body where the response has none. */
export interface Preferred {
  readonly status: number
  /** Undefined for an error that is not declared by its status. */
  readonly response: Response | undefined
  readonly example: Response['examples'][number] | undefined
  /** For `Preference-Applied`. */
  readonly applied: string
}

/**
 * Undefined where nothing is asked for that is meant here: other preferences are left alone. The first of each name counts.
 * @see RFC 7240
 */
export function readPreference(header: string | string[] | undefined): Preference | undefined {
  if (header === undefined) return undefined
  const found: { code?: string; example?: string } = {}
  const text = [header].flat().join(',')
  for (const [, name = '', quoted, plain = ''] of text.matchAll(PREFERENCE)) {
    const key = name.toLowerCase()
    if (key === 'code' || key === 'example')
      found[key] ??= quoted === undefined ? plain : quoted.replace(/\\(.)/gs, '$1')
  }
  return found.code === undefined && found.example === undefined ? undefined : found
}

/** A name, and a value that is quoted or not. Quoted text holds no names. */
const PREFERENCE = /"(?:[^"\\]|\\.)*"|([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/gs

/** @throws UnknownPreference */
export function choose(operation: Operation, { code, example }: Preference): Preferred {
  const applied = [
    ...(code === undefined ? [] : [`code=${code}`]),
    ...(example === undefined ? [] : [`example=${example}`]),
  ].join(', ')
  const declared = [...operation.responses]
  if (code === undefined) {
    // Successes first, as an example is asked for without a code.
    for (const [status, response] of declared) {
      const found = response.examples.find(({ name }) => name === example)
      if (found !== undefined) return { status, response, example: found, applied }
    }
    throw unknownExample(
      example,
      declared.flatMap(([, { examples }]) => examples),
    )
  }
  const status = /^[1-5][0-9]{2}$/.test(code) ? Number(code) : 0
  const response = operation.responses.get(status)
  const isOther = response === undefined && status >= 400 && operation.otherResponse !== undefined
  if (response === undefined && !isOther) throw unknownCode(operation, code)
  const examples = response?.examples ?? []
  const found = example === undefined ? examples[0] : examples.find(({ name }) => name === example)
  if (example !== undefined && found === undefined) throw unknownExample(example, examples)
  return { status, response, example: found, applied }
}

function unknownCode({ id, responses }: Operation, code: string): UnknownPreference {
  return new UnknownPreference(
    `Prefer: ${id} has no answer with the code '${code}'. It has ${[...responses.keys()].join(', ')}, and any other error from 400 to 599.`,
  )
}

function unknownExample(name = '', known: Response['examples']): UnknownPreference {
  const names = [...new Set(known.map(one => one.name))]
  return new UnknownPreference(
    `Prefer: there is no example '${name}' here. ${names.length === 0 ? 'There is none.' : `There are: ${names.join(', ')}.`}`,
  )
}

/** The headers that the response must have and the surface has not set, as the contract's examples have them. */
export function exampleHeaders(
  { headers }: Pick<Response, 'headers'>,
  present: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap(({ name, required, example }) =>
      required && example !== undefined && present[name] === undefined ? [[name, example]] : [],
    ),
  )
}
