// Compiles the contract's schemas when they are first used, and says in one line what was wrong with a value.
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import type { ContractDocument } from './document.ts'

/** One thing wrong with a value. */
export interface SchemaError {
  /** JSON pointer into the value; empty for the value itself. */
  readonly pointer: string
  readonly keyword: string
  /** What was expected: `must be one of: instant, realistic`. */
  readonly detail: string
}

/** Nothing when the value is as the schema says. */
export type Validate = (value: unknown) => readonly SchemaError[] | undefined

const DOCUMENT_KEY = 'contract'

export class Validators {
  readonly #document: ContractDocument
  readonly #compiled = new Map<string, Validate>()
  #ajv: Ajv2020 | undefined

  constructor(document: ContractDocument) {
    this.#document = document
  }

  /** Whether `load` has finished. */
  get loaded(): boolean {
    return this.#ajv !== undefined
  }

  /** Loads the validator library: tens of milliseconds that the start need not wait for. */
  async load(): Promise<void> {
    // By the default export: all that a bundler gives of a CommonJS package imported at run time.
    const [{ default: ajvModule }, { default: formats }] = await Promise.all([
      import('ajv/dist/2020.js'),
      import('ajv-formats'),
    ])
    // Values are checked as they are: nothing is coerced, removed or filled in.
    const ajv = new ajvModule.Ajv2020({
      strict: false,
      validateSchema: false,
      addUsedSchema: false,
      allErrors: false,
      inlineRefs: false,
    })
    formats.default(ajv)
    ajv.addSchema(this.#document, DOCUMENT_KEY)
    this.#ajv = ajv
  }

  /** The check for the schema at a JSON pointer (`#/components/…`) into the contract. Throws before `load`. */
  at(pointer: string): Validate {
    const known = this.#compiled.get(pointer)
    if (known !== undefined) return known
    const validate = this.#compile(pointer)
    this.#compiled.set(pointer, validate)
    return validate
  }

  #compile(pointer: string): Validate {
    if (this.#ajv === undefined) throw new Error('The validators are used before they are loaded.')
    const encoded = pointer.split('/').map(encodeURIComponent).join('/').replace(/^%23/, '#')
    const compiled: ValidateFunction = this.#ajv.compile({ $ref: `${DOCUMENT_KEY}${encoded}` })
    return value => (compiled(value) ? undefined : (compiled.errors ?? []).map(toSchemaError))
  }
}

type AjvError = NonNullable<ValidateFunction['errors']>[number]

function toSchemaError({
  instancePath,
  keyword,
  params,
  message = 'is not valid',
}: AjvError): SchemaError {
  return {
    pointer: pointerOf(instancePath, params),
    keyword,
    detail: describe(keyword, params, message),
  }
}

/** For a missing or unknown member, the member rather than the object that lacks or holds it. */
function pointerOf(instancePath: string, params: AjvError['params']): string {
  const member: unknown = params.additionalProperty ?? params.missingProperty
  return typeof member === 'string'
    ? `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath
}

function describe(keyword: string, params: AjvError['params'], message: string): string {
  if (keyword === 'enum') return `must be one of: ${params.allowedValues.map(String).join(', ')}`
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`
  if (keyword === 'additionalProperties') return 'is not a member the contract knows here'
  if (keyword === 'required') return 'is required'
  return message
}
