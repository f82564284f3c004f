// The contract for tools that do not know servers per path: each path with the base path of its own server in front.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from './places.ts'

interface PathItem {
  readonly servers?: readonly {
    readonly url: string
    readonly variables?: Readonly<Record<string, { readonly default: string }>>
  }[]
}

interface Contract {
  readonly paths: Readonly<Record<string, PathItem>>
}

/** Writes the copy into the folder and gives its path. Of several versions an operation has the one that is its server's default. */
export function writeFoldedContract(folder: string): string {
  const document: Contract = JSON.parse(readFileSync(contract, 'utf8'))
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, { servers, ...item }]) => [
      basePathOf(servers?.[0]) + path,
      item,
    ]),
  )
  const file = join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify({ ...document, paths }))
  return file
}

function basePathOf(server: NonNullable<PathItem['servers']>[number] | undefined): string {
  if (server === undefined) return ''
  const url = Object.entries(server.variables ?? {}).reduce(
    (text, [name, variable]) => text.replace(`{${name}}`, variable.default),
    server.url,
  )
  return new URL(url).pathname.replace(/\/$/, '')
}
