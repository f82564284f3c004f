// $select: which properties it names, and which it may not.
import t from 'tap'
import type { EntityShape } from '../../../src/graph/entity-type.ts'
import { GraphError } from '../../../src/graph/errors.ts'
import { readSelection } from '../../../src/graph/odata/select.ts'

const type: EntityShape = {
  name: 'microsoft.graph.user',
  properties: new Set(['id', 'displayName', 'mail', 'city']),
  returnedByDefault: ['displayName', 'id'],
  collections: new Set(),
  absent: new Set(),
}

t.test('$select', async t => {
  t.test('names the default properties where it is left out or empty', async t => {
    for (const select of [undefined, '', ' ', '\t'])
      t.same(readSelection(select, type), { given: undefined, properties: ['displayName', 'id'] })
  })

  t.test('names properties in the order they are given, spaces aside', async t => {
    for (const select of ['city,id', ' city , id ', 'city,\tid']) {
      const expected = { given: ['city', 'id'], properties: ['city', 'id'] }
      t.same(readSelection(select, type), expected)
    }
  })

  t.test('names a property once, however often it is given', async t => {
    t.same(readSelection('id,mail,id', type).properties, ['id', 'mail'])
  })

  t.test('is refused for the first property that the type does not have', async t => {
    const refused = [
      ['x', 'x'],
      ['id,x,y', 'x'],
      ['ID', 'ID'],
      ['id;mail', 'id;mail'],
      ['id mail', 'id mail'],
      ['manager/id', 'manager/id'],
      ['*', '*'],
      ['id,', ''],
      [',id', ''],
      ['constructor', 'constructor'],
    ] as const
    for (const [select, name] of refused) {
      t.throws(
        () => readSelection(select, type),
        new GraphError(
          400,
          'BadRequest',
          `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
        ),
      )
    }
  })
})
