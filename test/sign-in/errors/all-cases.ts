// Every row of the catalogue, with the requests that produce it. The compiler holds it complete.
import { accountCases } from './account-cases.ts'
import { authorizationCases } from './authorization-cases.ts'
import type { ErrorCases } from './case.ts'
import { clientAssertionCases } from './client-assertion-cases.ts'
import { clientCases } from './client-cases.ts'
import { codeCases } from './code-cases.ts'
import { deviceCases } from './device-cases.ts'
import { grantCases } from './grant-cases.ts'
import { ownCases } from './own-cases.ts'
import { requestCases } from './request-cases.ts'
import { scopeCases } from './scope-cases.ts'
import { signInCases } from './sign-in-cases.ts'

export const errorCases: ErrorCases = {
  ...requestCases,
  ...scopeCases,
  ...clientCases,
  ...clientAssertionCases,
  ...authorizationCases,
  ...signInCases,
  ...accountCases,
  ...codeCases,
  ...grantCases,
  ...deviceCases,
  ...ownCases,
}
