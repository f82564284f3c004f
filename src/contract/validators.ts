// The checks of the contract's schemas, compiled at build time or when they are first used, and what was wrong with a value in one line.
import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js'
import { addContract, ajvOptions, referTo } from './ajv-options.ts'
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

/** A validate function as Ajv makes it. */
export interface CompiledSchema {
  (value: unknown): unknown
  errors?: ErrorObject[] | null
}

/** Validate functions by JSON pointer into the contract. */
export type CompiledSchemas = Readonly<Record<string, CompiledSchema>>

export class Validators {
  readonly #document: ContractDocument
  readonly #loadCompiled: (() => Promise<CompiledSchemas>) | undefined
  readonly #checks = new Map<string, Validate>()
  #compile: Compiler | undefined

  /** @param loadCompiled the schemas compiled at build time, if they were */
  constructor(document: ContractDocument, loadCompiled?: () => Promise<CompiledSchemas>) {
    this.#document = document
    this.#loadCompiled = loadCompiled
  }

  /** Whether `load` has finished. */
  get loaded(): boolean {
    return this.#compile !== undefined
  }

  /** Loads what was compiled at build time, or else the compiler: tens of milliseconds that the start need not wait for. */
  async load(): Promise<void> {
    this.#compile =
      this.#loadCompiled === undefined
        ? await loadCompiler(this.#document)
        : lookUpIn(await this.#loadCompiled())
  }

  /** The check for the schema at a JSON pointer (`#/components/…`) into the contract. Throws before `load`. */
  at(pointer: string): Validate {
    const known = this.#checks.get(pointer)
    if (known !== undefined) return known
    if (this.#compile === undefined)
      throw new Error('The validators are used before they are loaded.')
    const compiled = this.#compile(pointer)
    const check: Validate = value =>
      compiled(value) ? undefined : (compiled.errors ?? []).map(toSchemaError)
    this.#checks.set(pointer, check)
    return check
  }
}

type Compiler = (pointer: string) => CompiledSchema

/** A schema is compiled once a process, however many doubles check by it. */
const compilers = new WeakMap<ContractDocument, Promise<Compiler>>()

function loadCompiler(document: ContractDocument): Promise<Compiler> {
  const known = compilers.get(document)
  if (known !== undefined) return known
  const loading = makeCompiler(document)
  compilers.set(document, loading)
  return loading
}

async function makeCompiler(document: ContractDocument): Promise<Compiler> {
  // By the default export: all that a bundler gives of a CommonJS package imported at run time.
  const [{ default: ajvModule }, { default: formats }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats'),
  ])
  const ajv: Ajv2020 = new ajvModule.Ajv2020(ajvOptions)
  formats.default(ajv)
  addContract(ajv, document)
  const compiled = new Map<string, CompiledSchema>()
  return pointer => {
    const { $ref } = referTo(document, pointer)
    const schema = compiled.get($ref) ?? ajv.compile({ $ref })
    compiled.set($ref, schema)
    return schema
  }
}

function lookUpIn(compiled: CompiledSchemas): Compiler {
  return pointer => {
    const schema = compiled[pointer]
    if (schema === undefined)
      throw new Error(`The schema at ${pointer} was not compiled at build time.`)
    return schema
  }
}

function toSchemaError({
  instancePath,
  keyword,
  params,
  message = 'is not valid',
}: ErrorObject): SchemaError {
  return {
    pointer: pointerOf(instancePath, params),
    keyword,
    detail: describe(keyword, params, message),
  }
}

/** For a missing or unknown member, the member rather than the object that lacks or holds it. */
function pointerOf(instancePath: string, params: ErrorObject['params']): string {
  const member: unknown = params.additionalProperty ?? params.missingProperty
  return typeof member === 'string'
    ? `${instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath
}

function describe(keyword: string, params: ErrorObject['params'], message: string): string {
  if (keyword === 'enum') return `must be one of: ${params.allowedValues.map(String).join(', ')}`
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`
  if (keyword === 'additionalProperties') return 'is not a member the contract knows here'
  if (keyword === 'required') return 'is required'
  return message
}
