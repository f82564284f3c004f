// The contract, read once and used everywhere.
import type { ContractDocument, Operation } from './document.ts'
import { operationsOf } from './document.ts'

export interface Contract {
  readonly document: ContractDocument
  readonly operations: readonly Operation[]
}

/** Reading takes longer than all else that a double is made of, and each one in a process has the same. */
let last: { readonly text: string; readonly contract: Contract } | undefined

/** @param text the contract as JSON */
export function readContract(text: string): Contract {
  if (last?.text !== text) {
    const document: ContractDocument = JSON.parse(text)
    last = { text, contract: { document, operations: operationsOf(document) } }
  }
  return last.contract
}
