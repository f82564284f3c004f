// The cases of the control surface: for each operation, what provokes each status it declares.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { DOMAIN, ids, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, jsonOf, large, malformed, notSaidToBeJson } from './cases.ts'

/** What can go wrong with any operation; `good` would succeed. */
const commonErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'a parameter is misspelt', query: '?tenent=contoso' },
  { ...good, status: 403, when: 'another origin asks', headers: from('origin', 'http://a.test') },
  { ...good, status: 403, when: "another site's page asks", headers: from('sec-fetch-site') },
  { ...good, status: 421, when: 'the host is foreign', host: 'evil.example' },
  { ...good, status: 500, when: 'the double itself fails', to: 'broken' },
]

const from = (header: string, value = 'cross-site') => ({ [header]: value })

const keyErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 401, when: 'the key is missing', to: 'locked' },
  { ...good, status: 401, when: 'the key is wrong', to: 'locked', token: 'malformed' },
]

const tenantErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'two tenants are named', query: '?tenant=a&tenant=b' },
  { ...good, status: 404, when: 'there is no such tenant', query: '?tenant=fabrikam.com' },
]

const unreadableBodies = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'the body is not JSON', ...malformed },
  { ...good, status: 413, when: 'the body is large', ...large },
  { ...good, status: 415, when: 'the body is not said to be JSON', ...notSaidToBeJson },
]

const bodyErrors = (good: Sent = {}): Case[] => [
  ...unreadableBodies(good),
  { ...good, status: 400, when: 'the body is no object', ...json([]) },
  { ...good, status: 400, when: 'the body has an unknown member', ...json({ colour: 'red' }) },
]

/** At a double of which nothing else depends on the settings or the revocations. */
const apart: Sent = { to: 'locked', token: 'controlKey' }
const anyToken = json({ token: 'a.b.c' })
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
}
