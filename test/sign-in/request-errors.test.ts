// Every error of a request as such, and of what it asks for.
import { ownCases } from './errors/own-cases.ts'
import { provokeErrors } from './errors/provoke.ts'
import { requestCases } from './errors/request-cases.ts'
import { scopeCases } from './errors/scope-cases.ts'

provokeErrors({ ...requestCases, ...scopeCases, ...ownCases })
