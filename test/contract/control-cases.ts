// The cases of the control surface: for each operation, what provokes each status it declares.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { DOMAIN, ids, TENANT_ID, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, jsonOf } from './cases.ts'
import {
  apart,
  bodyErrors,
  commonErrors,
  keyErrors,
  tenantErrors,
  unreadableBodies,
} from './control-errors.ts'
import { REMOVABLE } from './doubles.ts'
import { faultCases } from './fault-cases.ts'
import { journalCases } from './journal-cases.ts'
import { clockCases, snapshotCases } from './snapshot-cases.ts'

const anyToken = json({ token: 'a.b.c' })
const overridden = (user: object) =>
  json({ overrides: { users: [{ userPrincipalName: 'adele', ...user }] } })
const changed: Sent = { userId: ids.adele, ...json({ accountEnabled: false }) }

export const controlCases: Readonly<Record<OperationIdOf<'control'>, readonly Case[]>> = {
  'control.health.get': [
    { status: 200, when: 'anyone asks' },
    { status: 200, when: 'anyone asks and a key is set', to: 'locked' },
    ...commonErrors(),
  ],
  'control.tenants.list': [
    { status: 200, when: 'no key is set' },
    { status: 200, when: 'the key is right', ...apart },
    ...commonErrors(),
    ...keyErrors(),
  ],
  'control.tenants.create': [
    { status: 201, when: 'nothing is asked for' },
    { status: 201, when: 'a key is set', ...apart, ...json({}) },
    { status: 201, when: 'a fixture is named', ...json({ from: 'contoso', generateUsers: 3 }) },
    {
      status: 201,
      when: 'much is to be otherwise',
      ...json({
        overrides: {
          displayName: 'Shop',
          settings: { signIn: 'automatic' },
          users: [
            { userPrincipalName: 'adele', roles: ['Helpdesk Administrator'] },
            { userPrincipalName: 'ada' },
          ],
          applications: [
            { displayName: 'Single-page app', redirectUris: ['http://localhost:8080'] },
            { displayName: 'Orders', type: 'web' },
          ],
        },
      }),
    },
    ...commonErrors(json({})),
    ...keyErrors(json({})),
    ...bodyErrors(),
    { status: 400, when: 'a role is unknown', ...overridden({ roles: ['Global Admin'] }) },
    { status: 400, when: 'the account has a secret', ...overridden({ secret: 'x' }) },
    { status: 404, when: 'there is no such fixture', ...json({ from: 'contso' }) },
    { status: 409, when: 'the domain is taken', ...json({ overrides: { domain: DOMAIN } }) },
  ],
  'control.tenants.get': [
    { status: 200, when: 'the tenant is named by domain', tenant: DOMAIN },
    { status: 200, when: 'the tenant is named by id', tenant: TENANT_ID },
    ...commonErrors({ tenant: DOMAIN }),
    ...keyErrors({ tenant: DOMAIN }),
    { status: 404, when: 'there is no such tenant', tenant: 'fabrikam.com' },
  ],
  'control.tenants.remove': [
    { status: 204, when: 'the tenant is named', tenant: REMOVABLE },
    ...commonErrors({ tenant: DOMAIN }),
    ...keyErrors({ tenant: DOMAIN }),
    ...unreadableBodies({ tenant: DOMAIN }),
    { status: 400, when: 'there is a body', tenant: DOMAIN, ...json({}) },
    { status: 404, when: 'there is no such tenant', tenant: 'fabrikam.com' },
  ],
  'control.settings.get': [
    { status: 200, when: 'no tenant is named' },
    { status: 200, when: 'the tenant is named', query: `?tenant=${DOMAIN}` },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
  ],
  'control.settings.update': [
    { status: 200, when: 'nothing is to change', ...apart, ...json({}) },
    {
      status: 200,
      when: 'the revocation is to be realistic',
      ...apart,
      ...json({ revocation: { preset: 'realistic', challenge: '2024', successStatus: 204 } }),
    },
    ...commonErrors(json({})),
    ...keyErrors(json({})),
    ...tenantErrors(json({})),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 400, when: 'a value is unknown', ...json({ permissions: 'lax' }) },
  ],
  'control.users.update': [
    { ...changed, status: 204, when: 'the account is to be disabled', ...apart },
    {
      status: 204,
      when: 'an administrator gives a new password',
      ...apart,
      userId: ids.alex,
      ...json({ password: 'n3w-Passw0rd!', passwordChange: 'adminCenter' }),
    },
    ...commonErrors(changed),
    ...keyErrors(changed),
    ...tenantErrors(changed),
    ...bodyErrors({ userId: ids.adele }),
    { status: 400, when: 'there is no body', userId: ids.adele },
    { status: 400, when: 'nothing is to change', userId: ids.adele, ...json({}) },
    { ...changed, status: 404, when: 'there is no such user', userId: 'nobody' },
  ],
  'control.users.revoke': [
    { status: 204, when: 'the user is named by id', ...apart, userId: ids.alex },
    { status: 204, when: 'the user is named by name', ...apart, userId: upn('alex') },
    ...commonErrors({ userId: ids.adele }),
    ...keyErrors({ userId: ids.adele }),
    ...tenantErrors({ userId: ids.adele }),
    ...unreadableBodies({ userId: ids.adele }),
    { status: 400, when: 'there is a body', userId: ids.adele, ...json({}) },
    { status: 404, when: 'there is no such user', userId: 'nobody' },
  ],
  'control.users.remove': [
    { status: 204, when: 'the user is named by id', ...apart, userId: ids.customer },
    { status: 204, when: 'the user is named by name', ...apart, userId: upn('megan') },
    ...commonErrors({ userId: ids.adele }),
    ...keyErrors({ userId: ids.adele }),
    ...tenantErrors({ userId: ids.adele }),
    ...unreadableBodies({ userId: ids.adele }),
    { status: 400, when: 'there is a body', userId: ids.adele, ...json({}) },
    { status: 404, when: 'there is no such user', userId: 'nobody' },
  ],
  'control.tokens.issue': [
    { status: 201, when: 'nothing is asked for', ...json({}) },
    { status: 201, when: 'a user is named', ...json({ user: 'adele', capabilities: ['cp1'] }) },
    { status: 201, when: 'it is to be expired', ...json({ lifetimeSeconds: -1 }) },
    { status: 201, when: 'it is to be forged', ...json({ signature: 'invalid' }) },
    ...commonErrors(json({})),
    ...keyErrors(json({})),
    ...tenantErrors(json({})),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 404, when: 'there is no such user', ...json({ user: 'nobody' }) },
    { status: 404, when: 'there is no such client', ...json({ client: 'nothing' }) },
  ],
  'control.tokens.explain': [
    { status: 200, when: 'the text is no token', ...json({ token: 'not-a-token' }) },
    { status: 200, when: 'the token says nothing', ...json({ token: 'e30.e30.e30' }) },
    { status: 200, when: 'Graph accepts the token', ...jsonOf('member') },
    { status: 200, when: 'a target is named', ...jsonOf('helpdesk', { target: 'admin' }) },
    { status: 200, when: 'the token is app-only', ...jsonOf('app', { target: 'adele' }) },
    { status: 200, when: 'the sessions were revoked', ...jsonOf('revoked') },
    { status: 200, when: 'the token has expired', ...jsonOf('expired') },
    { status: 200, when: 'the token is not valid yet', ...jsonOf('early') },
    { status: 200, when: 'the token is for another audience', ...jsonOf('foreign') },
    { status: 200, when: 'the token is of another issuer', ...jsonOf('strange') },
    { status: 200, when: "the token's user does not exist", ...jsonOf('orphaned') },
    { status: 200, when: 'the account is disabled', ...jsonOf('disabled') },
    { status: 200, when: 'the signature does not verify', ...jsonOf('forged') },
    ...commonErrors(anyToken),
    ...keyErrors(anyToken),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 400, when: 'there is no token in it', ...json({}) },
    { status: 404, when: 'there is no such target', ...jsonOf('member', { target: 'nobody' }) },
  ],
  'control.state.reset': [
    { status: 204, when: 'no tenant is named', ...apart },
    { status: 204, when: 'the tenant is named', ...apart, query: `?tenant=${DOMAIN}` },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
    { status: 400, when: 'there is a body', ...json({}) },
    ...unreadableBodies(),
  ],
  ...clockCases,
  ...snapshotCases,
  ...faultCases,
  ...journalCases,
}
