// Recorded requests as lines for a person, in columns that go on aligned while requests come in.
import type { RecordedRequest } from '../client/controls.ts'
import type { Colour } from './columns.ts'
import { padCells, paint, printable, widthsOf } from './columns.ts'

const STATUS_COLUMN = 1
const INDENT = ' '.repeat('12:00:00.000  '.length)

export class RequestLines {
  readonly #hasColours: boolean
  #widths: readonly number[]

  /** @param first by which the columns are made at first; they grow when something wider comes */
  constructor(hasColours: boolean, first: readonly RecordedRequest[]) {
    this.#hasColours = hasColours
    this.#widths = widthsOf([['', '', 'DELETE', '', '1000 ms'], ...first.map(toCells)])
  }

  /** One line, and below it why it was refused. */
  format(request: RecordedRequest): string {
    const cells = toCells(request)
    this.#widths = widthsOf([this.#widths.map(width => ' '.repeat(width)), cells])
    const padded = padCells(cells, this.#widths)
    padded[STATUS_COLUMN] = this.#paint(padded[STATUS_COLUMN] ?? '', colourOf(request.status))
    return [
      padded.join('  ').trimEnd(),
      ...notesOn(request).map(note => this.#paint(`${INDENT}${printable(note)}`, 'dim')),
    ].join('\n')
  }

  #paint(text: string, colour: Colour): string {
    return this.#hasColours ? paint(text, colour) : text
  }
}

function toCells(request: RecordedRequest): string[] {
  const { at, status, method, path, durationMilliseconds, operationId = '-' } = request
  return [
    new Date(at).toISOString().slice('2026-08-13T'.length, -1),
    status === null ? '---' : String(status),
    method,
    path,
    `${durationMilliseconds.toFixed(durationMilliseconds < 10 ? 1 : 0)} ms`.padStart(7),
    operationId,
    [request.grantType, request.user ?? request.client]
      .filter(part => part !== undefined)
      .join(' '),
  ].map(printable)
}

function notesOn(request: RecordedRequest): string[] {
  const { status, refusal, hint, fault } = request
  const reason = refusal?.reason ?? (status === null ? 'The connection was ended.' : undefined)
  const code = codeOf(request)
  return [
    ...(reason === undefined && code === '' ? [] : [`${code}${reason ?? 'refused'}`]),
    ...(fault === undefined ? [] : [`The planned failure ${fault} struck.`]),
    ...(hint === undefined ? [] : [hint]),
  ]
}

function codeOf({ surface, errorCode }: RecordedRequest): string {
  if (errorCode === undefined) return ''
  return `${surface === 'signIn' && /^[0-9]/.test(errorCode) ? 'AADSTS' : ''}${errorCode}: `
}

function colourOf(status: number | null): Colour {
  if (status === null || status >= 500) return 'red'
  if (status >= 400) return 'yellow'
  return status >= 300 ? 'cyan' : 'green'
}
