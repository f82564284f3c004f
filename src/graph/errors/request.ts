// What is wrong with a request whatever it asks for: its address, its method, its body.
import { GraphError } from './graph-error.ts'

export const requestErrors = {
  resourceNotFound: (idOrName: string) =>
    new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
      { origin: 'directory' },
    ),
  payloadUnreadable: () =>
    new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    ),
  /** Ours: no limit of the real service's is known. */
  payloadTooLarge: () =>
    new GraphError(413, 'BadRequest', 'The payload has too many members and elements.'),
  /** Ours, where a connection would say it by itself. */
  headTooLong: () =>
    new GraphError(431, 'BadRequest', 'The address and the headers of the request are too long.'),
  payloadEmpty: () => new GraphError(400, 'BadRequest', 'Empty Payload. JSON content expected.'),
  segmentNotFound: (segment: string) =>
    new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`),
  methodNotAllowed: () =>
    new GraphError(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
      { origin: 'directory' },
    ),
  valuesInvalid: (reason: string) =>
    new GraphError(400, 'Request_BadRequest', 'One or more properties contains invalid values.', {
      reason,
    }),
} as const
