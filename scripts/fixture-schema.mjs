// Makes fixtures/fixture.schema.json, by which editors and the program check fixtures, from the contract's schemas and the list of
// directory roles.
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { importTypeScript } from './import-typescript.mjs'

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

const permissionNames = {
  type: 'object',
  additionalProperties: false,
  properties: {
    scopes: {
      description: 'Delegated permissions.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
    roles: {
      description: 'Application permissions.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
  },
}

const application = {
  type: 'object',
  additionalProperties: false,
  required: ['displayName', 'type'],
  properties: {
    id: { description: 'Of the application object.', type: 'string', format: 'uuid' },
    appId: { description: 'The client id.', type: 'string', format: 'uuid' },
    servicePrincipalId: {
      description: 'Of the service principal in the tenant.',
      type: 'string',
      format: 'uuid',
    },
    displayName: { type: 'string', minLength: 1 },
    type: { $ref: '#/components/schemas/applicationType' },
    secret: {
      description:
        'Of a daemon or a web app. Left out, the display name in lower case and with hyphens, then -secret.',
      type: 'string',
      minLength: 1,
    },
    secretExpiresDateTime: {
      description: 'The secret is refused from then on. Left out, it does not expire.',
      $ref: '#/components/schemas/dateTime',
    },
    certificates: {
      description:
        'X.509, in PEM: what the client assertions of a daemon or a web app are signed with.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
    redirectUris: {
      type: 'array',
      items: {
        description: 'without a fragment, and not javascript:, data: or vbscript:',
        type: 'string',
        format: 'uri',
        pattern: '^(?!(javascript|data|vbscript):)[^#]*$',
      },
    },
    logoutUrl: {
      description:
        'Loaded in a hidden frame when a person signs out of a session that the application took part in. By http or https.',
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
    },
    signInAudience: {
      description: 'Whose accounts it signs in. Left out, those of its own tenant.',
      type: 'string',
      enum: ['AzureADMyOrg', 'AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount'],
    },
    enableIdTokenIssuance: {
      description: 'Whether /authorize may answer with an id token. Left out, it may not.',
      type: 'boolean',
    },
    identifierUris: {
      description:
        'By which tokens for the application are asked for. Left out, api:// and its appId.',
      type: 'array',
      items: { type: 'string', format: 'uri' },
    },
    exposed: {
      description: 'What it offers to other applications.',
      ...permissionNames,
    },
    consented: {
      description:
        'What it has consent for: permissions of Microsoft Graph by name, those of other resources in full, as api://orders/read.',
      ...permissionNames,
    },
  },
}

/** What follows from the state, and what says nothing in a fixture. */
const notInFixtures = [
  'passwordProfile',
  'refreshTokensValidFromDateTime',
  'signInSessionsValidFromDateTime',
]

function fixtureSchema(components, roleNames) {
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
    },
    $defs: {
      tenant,
      user: userSchema(components.user),
      application,
      directoryRole: { type: 'string', enum: roleNames },
    },
  }
  return withReferenced(forFixtures(schema), components)
}

function userSchema({ properties }) {
  const own = Object.entries(properties).filter(
    ([name]) => !name.startsWith('@odata.') && !notInFixtures.includes(name),
  )
  return {
    description: 'What is left out is as in a new account: null, empty, an enabled member.',
    type: 'object',
    additionalProperties: false,
    required: ['userPrincipalName'],
    properties: {
      ...Object.fromEntries(own),
      userPrincipalName: {
        description: "The part before the @ is enough for the tenant's first domain.",
        type: 'string',
        pattern: '^[^@\\s]+(@[^@\\s]+)?$',
      },
      password: {
        description: 'Left out, the part of the user principal name before the @, then -Passw0rd!.',
        type: 'string',
        minLength: 1,
      },
      accountType: {
        description:
          'work: a member or a guest. b2cLocal: a local account of an Azure AD B2C tenant. personal: a personal Microsoft account.',
        type: 'string',
        enum: ['work', 'b2cLocal', 'personal'],
      },
      roles: {
        description: 'Directory roles.',
        type: 'array',
        items: { $ref: '#/$defs/directoryRole' },
      },
    },
  }
}

/** The same with the definitions it refers to, and those that they refer to. */
function withReferenced(schema, components) {
  const names = new Set(
    Array.from(JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g), ([, name]) => name),
  )
  const missing = [...names].filter(name => !(name in schema.$defs)).sort()
  if (missing.length === 0) return schema
  const found = missing.map(name => [name, forFixtures(components[name])])
  return withReferenced(
    { ...schema, $defs: { ...schema.$defs, ...Object.fromEntries(found) } },
    components,
  )
}

/** References lead into `$defs`, and what only OpenAPI knows is gone. */
function forFixtures(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key.startsWith('x-') || key === 'externalDocs') return undefined
    return key === '$ref' ? value.replace('#/components/schemas/', '#/$defs/') : value
  })
}

/** The schema's file. */
export async function fixtureSchemaText() {
  const contract = parse(await readFile(new URL('../openapi.yaml', import.meta.url), 'utf8'))
  // The list of roles is TypeScript, and there is only the one.
  const { roleIds } = await importTypeScript('src/state/directory-roles.ts')
  const schema = fixtureSchema(contract.components.schemas, Object.keys(roleIds))
  return `${JSON.stringify(schema, null, 2)}\n`
}
