// The endpoints of the sign-in surface: how they answer, and which methods they take.
import { DOMAIN } from '../support/contoso.ts'

export interface Endpoint {
  readonly path: string
  readonly answers: 'pages' | 'JSON'
  /** As the error says it. */
  readonly accepts: string
  /** `HEAD` besides, which is answered without a body. */
  readonly refuses: readonly string[]
}

export interface FormEndpoint extends Endpoint {
  /** A parameter that it takes. */
  readonly field: string
  /** What it says of a form without any; undefined where none is needed. */
  readonly whenEmpty?: string
}

const readOnly = {
  answers: 'JSON',
  accepts: 'GET, OPTIONS',
  refuses: ['POST', 'PUT', 'PATCH', 'DELETE'],
} as const
const visited = {
  answers: 'pages',
  accepts: 'GET, POST',
  refuses: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
} as const
const called = {
  answers: 'JSON',
  accepts: 'POST, OPTIONS',
  refuses: ['GET', 'PUT', 'PATCH', 'DELETE'],
} as const

const missing = (name: string) =>
  `AADSTS900144: The request body must contain the following parameter: '${name}'.`

export const formEndpoints: readonly FormEndpoint[] = [
  {
    ...called,
    path: `/${DOMAIN}/oauth2/v2.0/token`,
    field: 'grant_type',
    whenEmpty: missing('grant_type'),
  },
  {
    ...called,
    path: `/${DOMAIN}/oauth2/v2.0/devicecode`,
    field: 'client_id',
    whenEmpty: missing('client_id'),
  },
  {
    ...visited,
    path: `/${DOMAIN}/oauth2/v2.0/authorize`,
    field: 'client_id',
    whenEmpty: missing('client_id'),
  },
  {
    ...visited,
    path: `/${DOMAIN}/oauth2/v2.0/login`,
    accepts: 'POST',
    refuses: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    field: 'ctx',
    whenEmpty: 'AADSTS9002313: Invalid request. Request is malformed or invalid.',
  },
  { ...visited, path: '/common/oauth2/deviceauth', field: 'otc' },
  { ...visited, path: `/${DOMAIN}/oauth2/v2.0/logout`, field: 'state' },
]

export const endpoints: readonly Endpoint[] = [
  ...formEndpoints,
  { ...readOnly, path: `/${DOMAIN}/v2.0/.well-known/openid-configuration` },
  { ...readOnly, path: `/${DOMAIN}/discovery/v2.0/keys` },
  { ...readOnly, path: '/common/discovery/instance' },
  {
    ...readOnly,
    path: '/common/userrealm/adele@contoso.onmicrosoft.com',
    accepts: 'GET',
    refuses: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  },
]
