// The exchanges of the conformance suite: every case, at every address of its operation, ready to be sent.
import type { OperationId } from '../../src/contract/document.ts'
import type { Route } from '../../src/contract/routes.ts'
import { DOMAIN } from '../support/contoso.ts'
import { routes } from '../support/contract.ts'
import { addressId } from '../support/folded-contract.ts'
import type { Case } from './cases.ts'
import { controlCases } from './control-cases.ts'
import type { DoubleName, Tokens } from './doubles.ts'
import { graphCases } from './graph-cases.ts'
import { signInCases } from './sign-in-cases.ts'

export interface Exchange {
  readonly operationId: OperationId
  /** The operation id in the folded contract. */
  readonly addressId: string
  /** `control.health.get at /_understudy/health: 200 when anyone asks` */
  readonly title: string
  readonly status: number
  readonly to: DoubleName
  /** The host name to be sent, where it is not the double's own. */
  readonly host: string | undefined
  /** Encoded path and query. */
  readonly path: string
  readonly init: RequestInit
  readonly isForProxy: boolean
}

export const cases: Readonly<Record<OperationId, readonly Case[]>> = {
  ...graphCases,
  ...signInCases,
  ...controlCases,
}

export function exchangesOf(tokens: Tokens): readonly Exchange[] {
  return routes.flatMap(route =>
    cases[route.operation.id].map(one => toExchange(route, one, tokens)),
  )
}

function toExchange(route: Route, one: Case, tokens: Tokens): Exchange {
  const { operation, basePath } = route
  const { status, when, token, query = '', body, to = 'plain' } = one
  const authorization = token === undefined ? {} : { authorization: `Bearer ${tokens.get(token)}` }
  return {
    operationId: operation.id,
    addressId: addressId(route),
    title: `${addressId(route)}: ${status} when ${when}`,
    status,
    to,
    host: one.host,
    path: basePath + fillIn(route.path, one, tokens) + query,
    init: {
      method: operation.method,
      headers: { ...authorization, ...one.headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : body(tokens) }),
    },
    isForProxy: one.notThroughProxy === undefined,
  }
}

/** @param path in the contract's notation */
function fillIn(path: string, one: Case, tokens: Tokens): string {
  const { userId, userName, authorityTenant = DOMAIN, tenant, path: others = {} } = one
  const parameters = new Map(
    Object.entries({ userId, userName, authorityTenant, tenant, ...others }),
  )
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = parameters.get(name) ?? ''
    const text = typeof value === 'string' ? value : value()
    return encodeURIComponent(Object.hasOwn(others ?? {}, name) ? (tokens.get(text) ?? text) : text)
  })
}
