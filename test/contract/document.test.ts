// The contract itself: ids that name their rooms, sources, examples that hold, schemas that compile, permissions that exist.
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import t from 'tap'
import { addContract, referTo } from '../../src/contract/ajv-options.ts'
import type { Operation } from '../../src/contract/document.ts'
import { contract, loadedValidators, objectAt, operations, routes } from '../support/contract.ts'

/** OpenAPI's own words in a schema, and this contract's: none of them judges a value. */
const ANNOTATIONS = [
  'externalDocs',
  'example',
  'x-returned-by-default',
  'x-beta-only',
  'x-not-in-collections',
]

/** The parts of an operation that have a schema, by what they are, as the JSON pointer to the object that holds schema and examples. */
function partsOf(operation: Operation): ReadonlyMap<string, string> {
  const { parameters, body, responses, otherResponse } = operation
  const others = otherResponse === undefined ? [] : [['default', otherResponse] as const]
  const holder = (pointer: string) => pointer.slice(0, -'/schema'.length)
  return new Map([
    ...parameters.map(({ name, pointer }) => [`parameter ${name}`, holder(pointer)] as const),
    ...Object.entries(body?.content ?? {}).map(
      ([type, pointer]) => [`body in ${type}`, holder(pointer)] as const,
    ),
    ...[...responses, ...others].flatMap(([status, { headers, content }]) => [
      ...headers.map(({ name, pointer }) => [`${status} ${name}`, holder(pointer)] as const),
      ...Object.entries(content).map(
        ([type, pointer]) => [`${status} in ${type}`, holder(pointer)] as const,
      ),
    ]),
  ])
}

/** The values of `example` and `examples`. */
function examplesOf(pointer: string): readonly unknown[] {
  const { example, examples } = objectAt(pointer)
  const named = Object.values(Object(examples)).map(one => Object(one).value)
  return example === undefined ? named : [example, ...named]
}

function methodPointer({ path, method }: Operation): string {
  return `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`
}

/** `signIn` is `sign-in`. */
function toFileName(name = ''): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

t.test('every operation', async t => {
  t.test('has an id of its own', async t => {
    const ids = operations.map(({ id }) => id)
    t.equal(new Set(ids).size, ids.length)
  })

  t.test('is exported by the file that its id names', async t => {
    for (const { id } of operations) {
      const [surface, noun, verb, ...more] = id.split('.')
      t.same(more, [], id)
      const module = await import(
        new URL(`../../src/${toFileName(surface)}/${toFileName(noun)}.js`, import.meta.url).href
      ).catch(() => ({}))
      t.type(module[verb ?? ''], 'function', id)
    }
  })

  t.test('says where it was looked up', async t => {
    for (const operation of operations) {
      const { externalDocs } = objectAt(methodPointer(operation))
      t.match(externalDocs, { url: /^(https:\/\/|\.\/)\S+/ }, operation.id)
    }
  })

  t.test('shows an example of every parameter, body and header', async t => {
    for (const operation of operations) {
      const without = [...partsOf(operation)].filter(([, at]) => examplesOf(at).length === 0)
      t.same(without, [], operation.id)
    }
  })

  t.test('has only examples that are as their schema says', async t => {
    const validators = await loadedValidators()
    for (const operation of operations) {
      const faults = [...partsOf(operation)].flatMap(([part, at]) =>
        examplesOf(at)
          .flatMap(example => validators.at(`${at}/schema`)(example) ?? [])
          .map(({ pointer, detail }) => `${part}: ${pointer} ${detail}`),
      )
      t.same(faults, [], operation.id)
    }
  })
})

t.test('every schema', async t => {
  const ajv = new Ajv2020({ strict: true, validateSchema: false })
  addFormats.default(ajv)
  // The document itself counts as the schema in which references are resolved, so its own members are known words too.
  ajv.addVocabulary([...new Set([...ANNOTATIONS, ...Object.keys(contract)])])
  addContract(ajv, contract)
  const pointers = new Set([
    ...operations.flatMap(operation => [...partsOf(operation).values()].map(at => `${at}/schema`)),
    ...Object.keys(contract.components.schemas).map(name => `#/components/schemas/${name}`),
  ])

  t.test('is a schema of JSON Schema 2020-12', async t => {
    for (const pointer of pointers) {
      t.equal(ajv.validateSchema(objectAt(pointer)), true, pointer)
    }
  })

  t.test('compiles under the strict rules', async t => {
    for (const pointer of pointers) {
      t.doesNotThrow(() => ajv.compile(referTo(contract, pointer)), pointer)
    }
  })

  t.test('would not compile with a word that JSON Schema does not know', async t => {
    t.throws(() => ajv.compile({ type: 'string', requird: true }), /strict mode/)
  })
})

t.test('every permission', async t => {
  t.test('is declared by the scheme that it is asked of', async t => {
    for (const { id, security, observedSecurity, securityOnSelf } of operations) {
      const asked = [...security, ...observedSecurity, ...securityOnSelf].flatMap(Object.entries)
      const undeclared = asked.filter(([scheme, permissions]) => !areDeclared(scheme, permissions))
      t.same(undeclared, [], id)
    }
  })

  t.test('is asked of users first and of applications after them, each once', async t => {
    for (const { id, security } of operations) {
      const schemes = security.flatMap(alternative => Object.keys(alternative))
      t.same(schemes, schemes.toSorted(delegatedFirst), id)
      const alternatives = security.map(alternative => JSON.stringify(alternative))
      t.equal(new Set(alternatives).size, alternatives.length, id)
    }
  })

  t.test('is asked of whoever calls Graph', async t => {
    for (const { id, security } of operations.filter(({ id }) => id.startsWith('graph.'))) {
      t.ok(security.length > 0, id)
      t.notOk(
        security.some(alternative => Object.keys(alternative).length === 0),
        id,
      )
    }
  })
})

function areDeclared(scheme: string, permissions: readonly string[]): boolean {
  const { flows } = objectAt(`#/components/securitySchemes/${scheme}`)
  const scopes = Object.values(Object(flows)).flatMap(flow => Object.keys(Object(flow).scopes))
  return permissions.every(permission => scopes.includes(permission))
}

function delegatedFirst(one: string, other: string): number {
  const order = ['delegated', 'application']
  return order.indexOf(one) - order.indexOf(other)
}

t.test('routesOf', async t => {
  const addresses = routes.map(
    ({ operation, basePath, path }) => `${operation.id} ${basePath}${path}`,
  )
  const of = (id: string) => addresses.filter(address => address.startsWith(`${id} `))

  t.test('serves an operation in v1.0 and beta', async t => {
    t.same(of('graph.me.get'), ['graph.me.get /v1.0/me', 'graph.me.get /beta/me'])
    t.same(of('graph.users.get'), [
      'graph.users.get /v1.0/users/{userId}',
      'graph.users.get /beta/users/{userId}',
    ])
  })

  t.test('serves an action under its plain name, its qualified one and by the alias', async t => {
    t.same(of('graph.users.revokeSignInSessions'), [
      'graph.users.revokeSignInSessions /v1.0/users/{userId}/revokeSignInSessions',
      'graph.users.revokeSignInSessions /v1.0/users/{userId}/microsoft.graph.revokeSignInSessions',
      'graph.users.revokeSignInSessions /v1.0/users/{userId}/graph.revokeSignInSessions',
      'graph.users.revokeSignInSessions /beta/users/{userId}/revokeSignInSessions',
      'graph.users.revokeSignInSessions /beta/users/{userId}/microsoft.graph.revokeSignInSessions',
      'graph.users.revokeSignInSessions /beta/users/{userId}/graph.revokeSignInSessions',
    ])
  })

  t.test('serves a cast by the namespace and by its alias', async t => {
    t.same(of('graph.deletedItems.listUsers').slice(0, 2), [
      'graph.deletedItems.listUsers /v1.0/directory/deletedItems/microsoft.graph.user',
      'graph.deletedItems.listUsers /v1.0/directory/deletedItems/graph.user',
    ])
  })

  t.test('serves the actions and functions of Graph under their qualified names', async t => {
    for (const { id, path, isAction, isFunction } of operations) {
      const qualified = of(id).filter(address => address.includes('/microsoft.graph.'))
      const isCast = path.includes('/microsoft.graph.')
      t.equal(qualified.length > 0, isAction || isFunction || isCast, id)
    }
    t.same(of('graph.users.delta').slice(0, 6), [
      'graph.users.delta /v1.0/users/delta',
      'graph.users.delta /v1.0/users/delta()',
      'graph.users.delta /v1.0/users/microsoft.graph.delta',
      'graph.users.delta /v1.0/users/microsoft.graph.delta()',
      'graph.users.delta /v1.0/users/graph.delta',
      'graph.users.delta /v1.0/users/graph.delta()',
    ])
  })

  t.test('serves what only beta has in beta alone', async t => {
    t.same(of('graph.me.invalidateAllRefreshTokens'), [
      'graph.me.invalidateAllRefreshTokens /beta/me/invalidateAllRefreshTokens',
      'graph.me.invalidateAllRefreshTokens /beta/me/microsoft.graph.invalidateAllRefreshTokens',
      'graph.me.invalidateAllRefreshTokens /beta/me/graph.invalidateAllRefreshTokens',
    ])
  })

  t.test("serves the double's own operations under no version", async t => {
    t.same(of('control.health.get'), ['control.health.get /_understudy/health'])
  })

  t.test('gives no address twice', async t => {
    const withMethod = routes.map(
      ({ operation, basePath, path }) => `${operation.method} ${basePath}${path}`,
    )
    t.equal(new Set(withMethod).size, withMethod.length)
  })
})
