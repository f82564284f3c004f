// The cases of discovery, and of the question how an account signs in.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { TENANT_ID, upn } from '../support/contoso.ts'
import type { Case } from './cases.ts'
import { query } from './cases.ts'
import { commonErrors, tenantErrors } from './sign-in-errors.ts'

type DiscoveryId = Extract<
  OperationIdOf<'signIn'>,
  `signIn.discovery.${string}` | `signIn.userRealm.${string}`
>

const ofAnyAuthority: readonly Case[] = [
  { status: 200, when: 'the tenant is named by domain' },
  { status: 200, when: 'the tenant is named by id', authorityTenant: TENANT_ID },
  { status: 200, when: 'any account may sign in', authorityTenant: 'common' },
  { status: 200, when: 'any account of a tenant may sign in', authorityTenant: 'organizations' },
  { status: 200, when: 'personal accounts may sign in', authorityTenant: 'consumers' },
  ...tenantErrors(),
  ...commonErrors(),
]

const authorizeAt = (origin: string) =>
  query({
    'api-version': '1.1',
    authorization_endpoint: `${origin}/common/oauth2/v2.0/authorize`,
  })
const known = authorizeAt('https://login.microsoftonline.com')

export const discoveryCases: Readonly<Record<DiscoveryId, readonly Case[]>> = {
  'signIn.discovery.getConfiguration': ofAnyAuthority,
  'signIn.discovery.getKeys': ofAnyAuthority,
  'signIn.discovery.getInstance': [
    { status: 200, when: 'the authority is of the production host', ...known },
    {
      status: 200,
      when: 'the authority is of another cloud',
      ...authorizeAt('https://login.microsoftonline.us'),
    },
    { status: 400, when: 'the authority is left out' },
    { status: 400, when: 'the authority is unknown', ...authorizeAt('https://evil.example') },
    { status: 400, when: 'the version is given twice', query: '?api-version=1.0&api-version=1.1' },
    ...commonErrors(known),
  ],
  'signIn.userRealm.get': [
    { status: 200, when: 'the domain is one of a tenant', userName: upn('adele') },
    { status: 200, when: 'the domain is none of a tenant', userName: 'a@fabrikam.com' },
    {
      status: 400,
      when: 'the version is given twice',
      userName: upn('adele'),
      query: '?api-version=1.0&api-version=1.0',
    },
    ...commonErrors({ userName: upn('adele') }),
  ],
}
