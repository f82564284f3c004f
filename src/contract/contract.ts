// The contract, read once and used everywhere.
import type { ContractDocument, Operation } from './document.ts'
import { operationsOf } from './document.ts'

export interface Contract {
  readonly document: ContractDocument
  readonly operations: readonly Operation[]
}

/** @param text the contract as JSON */
export function readContract(text: string): Contract {
  const document: ContractDocument = JSON.parse(text)
  return { document, operations: operationsOf(document) }
}
