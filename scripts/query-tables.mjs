// The tables of docs/queries.md: what users are filtered and sorted by, from the program's own.
import { importTypeScript } from './import-typescript.mjs'
import { fillTables, table } from './tables.mjs'

const operators = ['eq', 'ne', 'not', 'ge', 'le', 'in', 'startsWith', 'endsWith', 'eqNull']
const heads = operators.map(operator => (operator === 'eqNull' ? '`eq null`' : `\`${operator}\``))
const marks = { default: 'yes', advanced: 'adv.' }

/**
 * The text with its tables filled.
 * @param {string} text
 */
export async function withQueryTables(text) {
  const { userType } = await importTypeScript('src/graph/user-type.ts')
  return fillTables(text, {
    filters: table(['Property', 'Type', ...heads], filterRows(userType.filters)),
    orders: table(
      ['Property', '`$orderby`'],
      Object.entries(userType.sorting.by).map(([path, { level }]) => [`\`${path}\``, marks[level]]),
    ),
  })
}

/** Properties with the same support share a row. @param {import('../src/graph/odata/filter-support.ts').FilterTable} filters */
function filterRows(filters) {
  /** @type {Map<string, string[]>} */
  const rows = new Map()
  for (const [path, { type, levels, numbers }] of Object.entries(filters)) {
    const cells = [type, ...operators.map(operator => marks[levels[operator]] ?? '')]
    const key = JSON.stringify(cells)
    const name = `\`${path.replace('/any', '/any(…)')}\`${numbers === undefined ? '' : ` (${numbers})`}`
    rows.set(key, [...(rows.get(key) ?? []), name])
  }
  return [...rows].map(([cells, names]) => [names.join(', '), ...JSON.parse(cells)])
}
