// How the contract's schemas are compiled, at run time and at build time alike.

/** The key under which the whole contract is added to Ajv. */
export const CONTRACT_KEY = 'contract'

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

/** A JSON pointer into the contract (`#/components/…`) as a reference that Ajv resolves. */
export function toAjvReference(pointer: string): string {
  const segments = pointer.slice(1).split('/').map(encodeURIComponent)
  return `${CONTRACT_KEY}#${segments.join('/')}`
}
