// Every error of a code, a refresh token, an assertion and a device code.
import { codeCases } from './errors/code-cases.ts'
import { deviceCases } from './errors/device-cases.ts'
import { grantCases } from './errors/grant-cases.ts'
import { provokeErrors } from './errors/provoke.ts'

provokeErrors({ ...codeCases, ...grantCases, ...deviceCases })
