// settings: how a tenant behaves, as key=value.
import { readAsset } from '../../assets.ts'
import type { SettingsUpdate } from '../../client/controls.ts'
import { readContract } from '../../contract/contract.ts'
import type { Schema } from '../../contract/document.ts'
import { nearest } from '../../nearest.ts'
import { defineCommand } from '../command.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

export const settings = defineCommand({
  usage: ['[KEY=VALUE …]'],
  description: 'Without KEY=VALUE, shows them all.',
  options: {},
  examples: [
    'graph-understudy settings revocation.preset=realistic',
    'graph-understudy settings signIn=automatic revocation.delaySeconds.graph=600',
  ],
  async run(context) {
    const pairs = context.allWords
    const query = context.tenantQuery
    const answer =
      pairs.length === 0
        ? await context.call('control.settings.get', { query })
        : await context.call('control.settings.update', {
            query,
            body: readUpdate(pairs),
          })
    const lines = flatten(answer).map(([key, value]) => `${key}=${value}`)
    context.answer(answer, lines.join('\n'))
  },
})

function readUpdate(pairs: readonly string[]): SettingsUpdate {
  const types = settingTypes()
  const update = {}
  for (const pair of pairs) {
    const [, key = pair, text = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
    const type = types.get(key)
    if (type === undefined)
      throw new UsageError(
        `There is no setting '${key}'.${didYouMean(nearest(key, [...types.keys()]))}`,
      )
    if (!pair.includes('=')) throw new UsageError(`'${key}' needs a value: ${key}=VALUE.`)
    put(update, key.split('.'), readValue(text, type, key))
  }
  // The server checks the values.
  return update
}

/** The types of every setting there is, by its path with dots, from the contract. */
function settingTypes(): ReadonlyMap<string, readonly string[]> {
  const { schemas } = readContract(readAsset('openapi.json')).document.components
  const types = new Map<string, readonly string[]>()
  const visit = (schema: Schema | undefined, path: readonly string[]): void => {
    const reference = typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
    const { type = [], properties } = (reference === undefined ? schema : schemas[reference]) ?? {}
    if (properties === undefined) types.set(path.join('.'), [type].flat())
    else for (const [name, member] of Object.entries(properties)) visit(member, [...path, name])
  }
  visit(schemas.settingsUpdate, [])
  return types
}

function readValue(text: string, types: readonly string[], key: string): unknown {
  if (types.includes('null') && text === 'null') return null
  if (types.includes('boolean')) {
    if (text !== 'true' && text !== 'false')
      throw new UsageError(`${key} must be true or false, not '${text}'.`)
    return text === 'true'
  }
  if (!types.includes('number') && !types.includes('integer')) return text
  const number = Number(text)
  if (text.trim() === '' || Number.isNaN(number))
    throw new UsageError(`${key} must be a number, not '${text}'.`)
  return number
}

function put(
  target: Record<string, unknown>,
  [name = '', ...path]: readonly string[],
  value: unknown,
): void {
  if (path.length === 0) {
    target[name] = value
    return
  }
  const inner: Record<string, unknown> = { ...Object(target[name]) }
  put(inner, path, value)
  target[name] = inner
}

function flatten(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null
      ? flatten(member, `${prefix}${name}.`)
      : [[`${prefix}${name}`, member] satisfies [string, unknown]],
  )
}
