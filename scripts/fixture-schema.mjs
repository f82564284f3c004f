// Makes fixtures/fixture.schema.json, by which editors and the program check fixtures, from the contract's schemas.
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

const tenant = {
  type: 'object',
  additionalProperties: false,
  required: ['domains'],
  properties: {
    id: {
      description: 'Left out, it follows from the first domain.',
      type: 'string',
      format: 'uuid',
    },
    displayName: { description: 'Left out, the first domain.', type: 'string', minLength: 1 },
    domains: {
      description: 'The initial domain first.',
      type: 'array',
      minItems: 1,
      items: { type: 'string', format: 'hostname' },
    },
    createdDateTime: { $ref: '#/components/schemas/dateTime' },
  },
}

function fixtureSchema({ fixtureUser, fixtureApplication, fixtureGroup, ...components }) {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A fixture of graph-understudy: one tenant',
    type: 'object',
    additionalProperties: false,
    required: ['tenant'],
    properties: {
      $schema: { description: 'Where an editor finds this schema.', type: 'string' },
      tenant: { $ref: '#/$defs/tenant' },
      settings: {
        description: 'What differs from the settings the server is started with.',
        $ref: '#/$defs/settingsUpdate',
      },
      users: { type: 'array', items: { $ref: '#/$defs/user' } },
      applications: { type: 'array', items: { $ref: '#/$defs/application' } },
      groups: { type: 'array', items: { $ref: '#/$defs/group' } },
    },
    $defs: {
      tenant,
      user: fixtureUser,
      // There is no other application yet that one of these could be put over, so nothing else says its type.
      application: { ...fixtureApplication, required: [...fixtureApplication.required, 'type'] },
      group: fixtureGroup,
    },
  }
  return withReferenced(forFixtures(schema, components), components)
}

/** The same with the definitions it refers to, and those that they refer to. */
function withReferenced(schema, components) {
  const names = new Set(
    Array.from(JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g), ([, name]) => name),
  )
  const missing = [...names].filter(name => !(name in schema.$defs)).sort()
  if (missing.length === 0) return schema
  const found = missing.map(name => [name, forFixtures(components[name], components)])
  return withReferenced(
    { ...schema, $defs: { ...schema.$defs, ...Object.fromEntries(found) } },
    components,
  )
}

const PROPERTY = /^#\/\$defs\/(\w+)\/properties\/(\w+)$/

const notForFixtures = new Set(['externalDocs', 'readOnly'])

/** References lead into `$defs`, those to a property of a schema are replaced by it, and what only OpenAPI or its clients know is gone. */
function forFixtures(schema, components) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key.startsWith('x-') || notForFixtures.has(key)) return undefined
    if (key === '$ref') return value.replace('#/components/schemas/', '#/$defs/')
    const [, name, property] = PROPERTY.exec(value?.$ref ?? '') ?? []
    if (name === undefined) return value
    return forFixtures(components[name].properties[property], components)
  })
}

/** The schema's file. */
export async function fixtureSchemaText() {
  const contract = parse(await readFile(new URL('../openapi.yaml', import.meta.url), 'utf8'))
  return `${JSON.stringify(fixtureSchema(contract.components.schemas), null, 2)}\n`
}
