// The contract as tests read it: whole, by JSON pointer, and with the checks of the double's own loaded.
import { readAsset } from '../../src/assets.ts'
import type { ContractDocument, Operation, OperationId } from '../../src/contract/document.ts'
import { operationsOf } from '../../src/contract/document.ts'
import type { Route } from '../../src/contract/routes.ts'
import { routesOf } from '../../src/contract/routes.ts'
import { Validators } from '../../src/contract/validators.ts'

export const contract: ContractDocument = JSON.parse(readAsset('openapi.json'))
export const operations: readonly Operation[] = operationsOf(contract)
export const routes: readonly Route[] = routesOf(operations)

/** Throws when the contract has no such operation. */
export function getOperation(id: OperationId): Operation {
  const found = operations.find(operation => operation.id === id)
  if (found === undefined) throw new Error(`The contract has no operation ${id}.`)
  return found
}

/** The validators of a contract, ready for use; of the product's own when left out. */
export async function loadedValidators(document = contract): Promise<Validators> {
  const validators = new Validators(document)
  await validators.load()
  return validators
}

/** The object at a JSON pointer (`#/components/…`) into the contract, references not followed; empty when there is none. */
export function objectAt(pointer: string): Readonly<Record<string, unknown>> {
  let value: unknown = contract
  for (const segment of pointer.split('/').slice(1)) {
    value = Object(value)[segment.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return Object(value)
}
