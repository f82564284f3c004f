// The cases of the token endpoint, and of the one that starts a sign-in on a device.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { clients, upn } from '../support/contoso.ts'
import type { Case } from './cases.ts'
import { form, formOf } from './cases.ts'
import { REDIRECT_URI, SCOPE } from './credentials.ts'
import { commonErrors, formErrors, formMissing, tenantErrors } from './sign-in-errors.ts'

type TokenId = Extract<OperationIdOf<'signIn'>, `signIn.${'token' | 'deviceCode'}.${string}`>

const GRAPH = 'https://graph.microsoft.com/.default'

const asDaemon = {
  grant_type: 'client_credentials',
  client_id: clients.daemon,
  client_secret: 'daemon-secret',
  scope: GRAPH,
}
const asAdele = {
  grant_type: 'password',
  client_id: clients.device,
  username: upn('adele'),
  password: 'adele-Passw0rd!',
  scope: SCOPE,
}
const refresh = { grant_type: 'refresh_token', client_id: clients.device }
const redeem = {
  grant_type: 'authorization_code',
  client_id: clients.device,
  redirect_uri: REDIRECT_URI,
}
const poll = {
  grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  client_id: clients.device,
}
const onBehalfOf = {
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  client_id: clients.web,
  client_secret: 'web-secret',
  requested_token_use: 'on_behalf_of',
  scope: 'https://graph.microsoft.com/User.Read',
}
const start = { client_id: clients.device, scope: SCOPE }

export const tokenCases: Readonly<Record<TokenId, readonly Case[]>> = {
  'signIn.token.issue': [
    { status: 200, when: 'a client asks for itself', ...form(asDaemon) },
    { status: 200, when: 'a password is right', ...form(asAdele) },
    { status: 200, when: 'a code is redeemed', ...formOf({ code: 'code' }, redeem) },
    {
      status: 200,
      when: 'a refresh token is redeemed',
      ...formOf({ refresh_token: 'refreshToken' }, { ...refresh, client_info: '1' }),
    },
    {
      status: 200,
      when: 'a device was approved',
      ...formOf({ device_code: 'approvedDeviceCode' }, poll),
    },
    {
      status: 200,
      when: 'an API acts on behalf of its user',
      ...formOf({ assertion: 'assertion' }, onBehalfOf),
    },
    {
      status: 400,
      when: 'the sessions were revoked',
      ...formOf({ refresh_token: 'revokedRefreshToken' }, refresh),
    },
    {
      status: 400,
      when: 'a device waits to be approved',
      ...formOf({ device_code: 'pendingDeviceCode' }, poll),
    },
    {
      status: 400,
      when: 'the refresh token is made up',
      ...formOf({ refresh_token: 'malformed' }, refresh),
    },
    { status: 400, when: 'the password is wrong', ...form({ ...asAdele, password: 'wrong' }) },
    { status: 400, when: 'the grant is unknown', ...form({ ...asAdele, grant_type: 'magic' }) },
    { status: 400, when: 'the grant is left out', ...form({ client_id: clients.device }) },
    { status: 400, when: 'the client is left out', ...form({ ...asAdele, client_id: '' }) },
    { status: 400, when: 'consent is missing', ...form({ ...asAdele, scope: 'Mail.ReadWrite' }) },
    { status: 401, when: 'the secret is wrong', ...form({ ...asDaemon, client_secret: 'wrong' }) },
    {
      status: 401,
      when: 'the secret is left out',
      ...form({ ...asAdele, client_id: clients.web }),
    },
    ...tenantErrors(form(asDaemon)),
    ...commonErrors(form(asDaemon)),
    ...formErrors('grant_type'),
    ...formMissing,
  ],
  'signIn.deviceCode.start': [
    { status: 200, when: 'the client is public', ...form(start) },
    { status: 200, when: 'any tenant will do', authorityTenant: 'organizations', ...form(start) },
    { status: 400, when: 'the client is left out', ...form({ scope: SCOPE }) },
    { status: 400, when: 'the scope is left out', ...form({ client_id: clients.device }) },
    { status: 400, when: 'the client is unknown', ...form({ ...start, client_id: upn('adele') }) },
    ...tenantErrors(form(start)),
    ...commonErrors(form(start)),
    ...formErrors('client_id'),
    ...formMissing,
  ],
}
