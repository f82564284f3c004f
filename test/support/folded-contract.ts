// The contract with its servers folded into its paths: one path for every address an operation is served at. Prism reads no base paths.
import type { OperationId } from '../../src/contract/document.ts'
import type { Route } from '../../src/contract/routes.ts'
import { contract, routes } from './contract.ts'

/** Names the one address of an operation: `graph.me.get at /beta/me`. The operation ids of the folded contract. */
export function addressId({ operation, basePath, path }: Route): `${OperationId} at /${string}` {
  return `${operation.id} at /${`${basePath}${path}`.slice(1)}`
}

/**
 * A copy that shares nothing with the contract. Its operations ask for no token: who may call is for the double to judge, and Prism would
 * answer in its place.
 * @param withPlannedFailures whether it has the responses for them as well, by which Prism would let any status pass
 */
export function foldContract(withPlannedFailures = false): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const { operation, basePath, path } = route
    const item = contract.paths[operation.path]
    const method = operation.method.toLowerCase()
    paths[basePath + path] = {
      ...paths[basePath + path],
      parameters: item?.parameters ?? [],
      [method]: {
        ...operationWith(Object(item?.[method]), withPlannedFailures),
        operationId: addressId(route),
        security: [],
      },
    }
  }
  return structuredClone({ ...contract, servers: [{ url: '/' }], paths })
}

function operationWith(
  operation: { readonly responses: Readonly<Record<string, unknown>> },
  plannedFailures: boolean,
): object {
  const { default: planned, ...declared } = operation.responses
  const isKept = plannedFailures && planned !== undefined
  return { ...operation, responses: isKept ? { ...declared, default: planned } : declared }
}
