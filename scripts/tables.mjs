// The tables of README.md that repeat what is said elsewhere: operations from the contract, options from the command line's own table.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { importTypeScript } from './import-typescript.mjs'

const methods = ['get', 'post', 'patch', 'put', 'delete']

/**
 * The text with each `<!-- name -->` … `<!-- /name -->` filled by the table of that name.
 * @param {string} text
 */
export async function withTables(text) {
  return fillTables(text, { operations: operationsTable(), options: await optionsTable() })
}

/**
 * @param {string} text
 * @param {Record<string, string>} tables by name
 */
export function fillTables(text, tables) {
  return Object.entries(tables).reduce((filled, [name, table]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`)
    if (!place.test(filled)) throw new Error(`There is no <!-- ${name} --> in the text.`)
    return filled.replace(place, (_, start, end) => `${start}\n${table}\n${end}`)
  }, text)
}

function operationsTable() {
  const contract = parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'))
  const rows = Object.entries(contract.paths).flatMap(([path, item]) =>
    methods
      .filter(method => item[method] !== undefined)
      .map(method => [
        `\`${method.toUpperCase()} ${path}\``,
        versionsOf(item),
        item[method].summary,
        `\`${item[method].operationId}\``,
      ]),
  )
  return table(['Operation', 'Versions', 'What it does', 'Id'], rows)
}

function versionsOf({ servers = [] }) {
  return servers.flatMap(({ variables }) => variables?.version?.enum ?? []).join(', ')
}

async function optionsTable() {
  const { optionTable, variableOf } = await importTypeScript('src/cli/options.ts')
  const rows = Object.entries(optionTable).map(([name, option]) => [
    `\`--${name}${option.value === undefined ? '' : ` ${option.value}`}\``,
    `\`${variableOf(name)}\``,
    option.description,
    option.default ?? '',
  ])
  return table(['Option', 'Variable', 'What it does', 'Default'], rows)
}

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |\n`).join('')
}
