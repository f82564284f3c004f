// Bodies with long lists in them, piece by piece: however long an answer is, checking and writing it never takes the event loop for itself.
import { isShareSpent, nextTurn } from '../turns.ts'

/** Members of a list that are checked and written together. */
const SLICE = 100
/** How far in a list is looked for: that of a collection in the answer to a part of a batch. */
const DEEPEST = 5

/** Whether writing a body at once could take long. */
export function isLong(body: unknown, depth = 1): boolean {
  if (typeof body !== 'object' || body === null) return false
  if (Array.isArray(body) && body.length > SLICE) return true
  if (depth === DEEPEST) return false
  for (const member of Object.values(body)) if (isLong(member, depth + 1)) return true
  return false
}

/**
 * The body with a few of its list's members at a time, or else as it is. Each of these is valid where the whole is: the contract says
 * nothing of how many members the lists in answers have, nor of two of them together.
 */
export function* slicesOf(body: unknown): Generator<unknown> {
  const [name, list] = longListOf(body) ?? []
  if (name === undefined || list === undefined) {
    yield body
    return
  }
  for (const slice of slices(list)) yield { ...Object(body), [name]: slice }
}

/** The UTF-8 of what `JSON.stringify` makes of a body. */
export async function encodeInTurns(body: unknown): Promise<Buffer[]> {
  const encoded: Buffer[] = []
  for (const piece of piecesOf(body)) {
    encoded.push(Buffer.from(piece))
    if (isShareSpent()) await nextTurn()
  }
  return encoded
}

/** Of JSON; joined, they are the whole. */
export function* piecesOf(value: unknown): Generator<string> {
  if (!isLong(value)) yield JSON.stringify(value) ?? 'null'
  else if (Array.isArray(value)) yield* piecesOfList(value)
  else yield* piecesOfObject(Object(value))
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  let separator = '['
  if (list.length > SLICE) {
    for (const slice of slices(list)) {
      yield separator + JSON.stringify(slice).slice(1, -1)
      separator = ','
    }
  } else {
    for (const member of list) {
      yield separator
      yield* piecesOf(member)
      separator = ','
    }
  }
  yield ']'
}

function* piecesOfObject(object: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{'
  for (const [name, member] of Object.entries(object)) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    yield* piecesOf(member)
    separator = ','
  }
  yield '}'
}

function longListOf(body: unknown): readonly [string, readonly unknown[]] | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  for (const [name, member] of Object.entries(body))
    if (Array.isArray(member) && member.length > SLICE) return [name, member]
  return undefined
}

function* slices<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += SLICE) yield list.slice(start, start + SLICE)
}
