// A contract of one operation, with every kind of parameter and a body whose schema would tempt a validator to fill in and to leave out.
import type { ContractDocument } from '../../src/contract/document.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })

/** Its operation borrows the id `graph.users.get`. */
export const madeUpContract: ContractDocument = {
  openapi: '3.1.0',
  info: { title: 'parameters', version: '1' },
  components: { schemas: {} },
  paths: {
    '/users/{userId}': {
      parameters: [
        { name: 'userId', in: 'path', required: true, schema: { type: 'string', maxLength: 3 } },
      ],
      patch: {
        operationId: 'graph.users.get',
        parameters: [
          { name: '$top', in: 'query', schema: { type: 'integer', minimum: -5, maximum: 999 } },
          { name: '$count', in: 'query', schema: { type: 'boolean' } },
          { name: '$filter', in: 'query', schema: { type: 'string', default: 'all' } },
          { name: 'tenant', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            additionalProperties: false,
            properties: { size: { type: 'integer', default: 3 }, name: { type: 'string' } },
          }),
        },
        responses: { '204': { description: 'Done.' } },
      },
    },
  },
}
