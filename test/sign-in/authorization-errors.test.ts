// Every error of an authorization request, and of what a person answers to it.
import { accountCases } from './errors/account-cases.ts'
import { authorizationCases } from './errors/authorization-cases.ts'
import { provokeErrors } from './errors/provoke.ts'
import { signInCases } from './errors/sign-in-cases.ts'

provokeErrors({ ...authorizationCases, ...signInCases, ...accountCases })
