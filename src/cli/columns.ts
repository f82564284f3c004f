// Text in columns, and in colours.

const GAP = '  '

const codes = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const

export type Colour = keyof typeof codes

/** @returns one line for each row, its cells padded to the widest of their column */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(rows)
  return rows.map(row => padCells(row, widths).join(GAP).trimEnd())
}

export function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return widths
}

export function padCells(row: readonly string[], widths: readonly number[]): string[] {
  return row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
}

/** For a terminal that has colours. */
export function paint(text: string, colour: Colour): string {
  return `\u001b[${codes[colour]}m${text}\u001b[0m`
}

/** What others wrote, without anything by which it could move the cursor or end the line. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ')
}
