// From rows to the table: our median, the peer's, the median of the rounds' ratios with their range, the budget, and whether it is met.
import { availableParallelism, cpus } from 'node:os'
import type { Series } from './series.ts'
import { median, ratios } from './series.ts'

export interface Row {
  readonly what: string
  readonly ours: Series
  readonly peer?: Series
  /** For the ratio where there is a peer, otherwise for our own median in its unit. Absent for a row that only informs. */
  readonly budget?: Budget
}

export type Budget = { readonly atLeast: number } | { readonly atMost: number }

const columns = ['row', 'ours', 'peer', 'ratio', 'budget', 'verdict'] as const
/** Text to the left, figures to the right. */
const alignments = ['left', 'right', 'right', 'right', 'right', 'left'] as const

/** Lines for a terminal. */
export function toText(rows: readonly Row[]): string {
  const lines = [[...columns], ...rows.map(cellsOf)]
  const widths = columns.map((_, column) =>
    Math.max(...lines.map(line => [...(line[column] ?? '')].length)),
  )
  return lines.map(line => line.map((cell, at) => pad(cell, at, widths)).join('  ')).join('\n')
}

/** A table for bench/README.md. */
export function toMarkdown(rows: readonly Row[]): string {
  const rules = alignments.map(alignment => (alignment === 'left' ? ':--' : '--:'))
  return [[...columns], rules, ...rows.map(cellsOf)]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** What the figures were taken on, and when. */
export function machineLine(now: Date): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const day = now.toISOString().slice(0, 10)
  return `${day}, Node.js ${process.versions.node} on ${process.platform}, ${availableParallelism()} cores of ${model}`
}

export function misses(row: Row): boolean {
  if (row.budget === undefined) return false
  const judged = judgedValue(row)
  return !('atLeast' in row.budget ? judged >= row.budget.atLeast : judged <= row.budget.atMost)
}

function cellsOf(row: Row): string[] {
  const { what, ours, peer, budget } = row
  return [
    what,
    toQuantity(ours),
    peer === undefined ? '–' : toQuantity(peer),
    peer === undefined ? '–' : toRatio(ours, peer),
    budget === undefined ? '–' : toBudget(budget, peer === undefined ? ours.unit : undefined),
    budget === undefined ? '–' : misses(row) ? 'misses' : 'meets',
  ]
}

function judgedValue({ ours, peer }: Row): number {
  return median(peer === undefined ? ours.values : ratios(ours, peer))
}

function toQuantity({ unit, values }: Series): string {
  return withUnit(median(values), unit)
}

function withUnit(value: number, unit: Series['unit'] | undefined): string {
  const text = toFigures(value)
  return unit === undefined || unit === '/s' ? text + (unit ?? '') : `${text} ${unit}`
}

/** Three significant digits, and no fewer than the whole number. */
function toFigures(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

function toRatio(ours: Series, peer: Series): string {
  const all = ratios(ours, peer)
  const range = `${toFigures(Math.min(...all))}–${toFigures(Math.max(...all))}`
  return all.length === 1 ? toFigures(median(all)) : `${toFigures(median(all))} (${range})`
}

function toBudget(budget: Budget, unit: Series['unit'] | undefined): string {
  return 'atLeast' in budget
    ? `≥ ${plain(budget.atLeast, unit)}`
    : `≤ ${plain(budget.atMost, unit)}`
}

function plain(value: number, unit: Series['unit'] | undefined): string {
  return unit === undefined ? `${value}` : `${value} ${unit}`
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0
  return alignments[column] === 'left' ? cell.padEnd(width) : cell.padStart(width)
}
