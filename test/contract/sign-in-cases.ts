// The cases of the sign-in surface: for each operation, what provokes each status it declares.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import type { Case } from './cases.ts'
import { discoveryCases } from './discovery-cases.ts'
import { pageCases } from './page-cases.ts'
import { tokenCases } from './token-cases.ts'

export const signInCases: Readonly<Record<OperationIdOf<'signIn'>, readonly Case[]>> = {
  ...discoveryCases,
  ...pageCases,
  ...tokenCases,
}
