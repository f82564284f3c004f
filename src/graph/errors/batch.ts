// What is wrong with a batch, and with a part that does not run.
import { GraphError } from './graph-error.ts'

export const batchErrors = {
  /** @see https://github.com/microsoftgraph/msgraph-sdk-javascript/issues/1451 */
  batchFormatInvalid: () => new GraphError(400, 'BadRequest', 'Invalid batch payload format.'),
  /** @see https://github.com/microsoftgraph/microsoftgraph-postman-collections/issues/9 */
  batchTooLong: () =>
    new GraphError(400, 'BadRequest', 'Number of requests inside batch exceed the limit.'),
  /** @see https://github.com/bradleymarques/microslop_one_drive/blob/3dd390b7a903dcff3c7d161a6969851a1b8e400f/test/fixtures/batch/non_unique_ids.json */
  batchIdNotUnique: (id: string) =>
    new GraphError(400, 'BadRequest', `Request Id ${id} has to be unique in a batch.`),
  /** @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2628 */
  batchWriteWithoutBody: (id: string) =>
    new GraphError(
      400,
      'BadRequest',
      `Write request id : ${id} does not contain Content-Type header or body.`,
    ),
  /** Only its beginning was seen. @see https://github.com/microsoftgraph/msgraph-sdk-dotnet-core/issues/891 */
  batchDependencyInvalid: (id: string) =>
    new GraphError(400, 'BadRequest', `Invalid dependency for request Id ${id}.`),
  /** Its code and its sentence are ours; the status is the real service's. */
  dependencyFailed: () => new GraphError(424, 'FailedDependency', 'Failed Dependency'),
} as const
