// Every error of a client, and of how it says who it is.
import { clientAssertionCases } from './errors/client-assertion-cases.ts'
import { clientCases } from './errors/client-cases.ts'
import { provokeErrors } from './errors/provoke.ts'

provokeErrors({ ...clientCases, ...clientAssertionCases })
