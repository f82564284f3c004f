// How the contract's schemas are compiled, at run time and at build time alike.

import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { ContractDocument, Schema } from './document.ts'
import { follow } from './pointer.ts'

/** The key under which the whole contract is added to Ajv. */
const CONTRACT_KEY = 'contract'

/** Values are checked as they are: nothing is coerced, removed or filled in. The linter has checked the schemas themselves. */
export const ajvOptions = {
  strict: false,
  validateSchema: false,
  addUsedSchema: false,
  inlineRefs: false,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
} as const

/**
 * Adds the contract to Ajv. What schemas refer to also goes in by itself, under the reference: otherwise Ajv would make a function of it for
 * each schema that refers to it, and validators were twice as long to load.
 */
export function addContract(ajv: Ajv2020, contract: ContractDocument): void {
  ajv.addSchema(contract, CONTRACT_KEY)
  for (const pointer of referencesIn(contract))
    ajv.addSchema(follow<Schema>(contract, pointer).value, toAjvReference(pointer))
}

/** JSON pointers. */
function referencesIn(contract: ContractDocument): ReadonlySet<string> {
  const found = JSON.stringify(contract).matchAll(/"\$ref":"(#\/components\/schemas\/[^"]+)"/g)
  return new Set(Array.from(found, ([, pointer = '']) => pointer))
}

/** A schema that is the one at a JSON pointer (`#/components/…`), references followed. */
export function referTo(contract: ContractDocument, pointer: string): { readonly $ref: string } {
  return { $ref: toAjvReference(follow<Schema>(contract, pointer).pointer) }
}

function toAjvReference(pointer: string): string {
  const segments = pointer.slice(1).split('/').map(encodeURIComponent)
  return `${CONTRACT_KEY}#${segments.join('/')}`
}
