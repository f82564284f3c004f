// The cases of the Graph surface: for each operation, what provokes each status it declares. They hold in every version and under every name.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { ids, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, large, malformed, notSaidToBeJson } from './cases.ts'
import { commonErrors, selectErrors } from './common-graph-cases.ts'
import { directoryCases } from './directory-cases.ts'
import { userCases } from './user-cases.ts'

const actionErrors = (good: Sent): Case[] => [
  { ...good, status: 200, when: 'the body is an empty object', ...json({}) },
  { ...good, status: 204, when: 'the settings say so', to: 'noContent' },
  { ...good, status: 400, when: 'the body is no object', ...json([]) },
  { ...good, status: 400, when: 'the body has a member', ...json({ force: true }) },
  { ...good, status: 400, when: 'the body is not said to be JSON', ...notSaidToBeJson },
  { ...good, status: 400, when: 'the body is not JSON', ...malformed },
  { ...good, status: 413, when: 'the body is large', ...large },
]

const revokeOwn: readonly Case[] = [
  { status: 200, when: 'there is no body', token: 'member' },
  ...actionErrors({ token: 'member' }),
  ...commonErrors({}, 'member'),
  { status: 400, when: 'no user is signed in', token: 'app' },
  { status: 404, when: 'the account is personal', token: 'personal' },
]

const revokeForAnother: readonly Case[] = [
  { status: 200, when: 'an application asks', token: 'app', userId: ids.alex },
  { status: 200, when: 'the user is named in another case', token: 'app', userId: upn('ALEX') },
  { status: 200, when: 'the user is a guest', token: 'admin', userId: ids.guest },
  { status: 200, when: 'the user is a B2C customer', token: 'admin', userId: ids.customer },
  ...actionErrors({ token: 'admin', userId: ids.alex }),
  ...commonErrors({ userId: ids.alex }, 'admin'),
  { status: 403, when: 'the app has no fitting role', token: 'powerlessApp', userId: ids.alex },
  { status: 403, when: 'the caller has no directory role', token: 'member', userId: ids.alex },
  {
    status: 403,
    when: "the user outranks the caller's role",
    token: 'helpdesk',
    userId: ids.admin,
  },
  { status: 404, when: 'there is no such user', token: 'admin', userId: upn('nobody') },
]

const list = (when: string, query: string): Case => ({ status: 200, when, query, token: 'app' })
const refused = (when: string, query: string): Case => ({ ...list(when, query), status: 400 })
const eventual = { headers: { ConsistencyLevel: 'eventual' } }

const userInfo: readonly Case[] = [
  { status: 200, when: 'all claims are consented to', token: 'openId' },
  { status: 200, when: 'the account is personal', token: 'personalOpenId' },
  { status: 400, when: 'no user is signed in', token: 'app' },
  ...commonErrors({}, 'openId'),
]

const batched = (...requests: object[]): Sent => json({ requests })
const reading = { id: '1', method: 'GET', url: '/me' }
const revoking = {
  id: '2',
  method: 'POST',
  url: 'me/revokeSignInSessions',
  headers: { 'Content-Type': 'application/json' },
  body: {},
}

const batches: readonly Case[] = [
  { status: 200, when: 'all parts succeed', token: 'member', ...batched(reading, revoking) },
  { status: 200, when: 'all parts fail', token: 'app', ...batched(reading, revoking) },
  {
    status: 200,
    when: 'a part depends on one that fails',
    token: 'app',
    ...batched(reading, { ...revoking, dependsOn: ['1'] }),
  },
  {
    status: 200,
    when: 'a part answers without a body',
    token: 'member',
    to: 'noContent',
    ...batched(revoking),
  },
  { status: 200, when: 'the token has no permission', token: 'powerless', ...batched(reading) },
  {
    status: 200,
    when: 'a part is not there',
    token: 'app',
    ...batched({ ...reading, url: 'x/y' }),
  },
  ...[
    { when: 'there is no body' },
    { when: 'the body is no object', ...json([]) },
    { when: 'the body is not said to be JSON', ...notSaidToBeJson },
    { when: 'the body is not JSON', ...malformed },
    { when: 'there are no requests', ...json({}) },
    { when: 'there is no part', ...batched() },
    {
      when: 'there are 21 parts',
      ...batched(...Array.from({ length: 21 }, (_, n) => ({ ...reading, id: String(n) }))),
    },
    { when: 'two parts have one id', ...batched(reading, reading) },
    { when: 'a part has no id', ...batched({ ...reading, id: undefined }) },
    {
      when: 'a part has an absolute address',
      ...batched({ ...reading, url: 'https://a.example/' }),
    },
    { when: 'a part writes without a body', ...batched({ ...revoking, body: undefined }) },
    { when: 'a part has a body without a type', ...batched({ ...revoking, headers: {} }) },
    {
      when: 'a part depends on a later one',
      ...batched({ ...reading, dependsOn: ['2'] }, revoking),
    },
  ].map(sent => ({ ...sent, status: 400, token: 'member' as const })),
  {
    status: 413,
    when: 'the body is large',
    token: 'member',
    ...json({ padding: 'x'.repeat(4_194_304) }),
  },
  ...commonErrors(batched(reading), 'member').filter(({ status }) => status !== 403),
]

const membershipErrors = (good: Sent): Case[] => [
  {
    ...good,
    status: 400,
    when: 'the filter needs an advanced query',
    query: "?$filter=displayName eq 'IT'",
  },
  { ...good, status: 400, when: '$skiptoken was not given out', query: '?$skiptoken=Mg' },
  ...selectErrors(good),
]

const ownMemberships: readonly Case[] = [
  { status: 200, when: 'nothing is selected', token: 'member' },
  { status: 200, when: 'something is selected', token: 'member', query: '?$select=id,displayName' },
  { status: 400, when: 'no user is signed in', token: 'app' },
  { status: 400, when: 'the account is personal', token: 'personal' },
  ...membershipErrors({ token: 'member' }),
  ...commonErrors({}, 'member'),
]

const memberships: readonly Case[] = [
  { status: 200, when: 'an application asks', token: 'app', userId: ids.admin },
  { status: 200, when: 'it is oneself', token: 'member', userId: ids.adele },
  { status: 404, when: 'there is no such user', token: 'app', userId: upn('nobody') },
  ...membershipErrors({ token: 'app', userId: ids.admin }),
  ...commonErrors({ userId: ids.adele }, 'member'),
  { status: 403, when: 'the user is another', token: 'member', userId: ids.alex },
]

export const graphCases: Readonly<Record<OperationIdOf<'graph'>, readonly Case[]>> = {
  'graph.batch.run': batches,
  'graph.me.get': [
    { status: 200, when: 'nothing is selected', token: 'member' },
    { status: 200, when: 'something is selected', token: 'member', query: '?$select=id,city' },
    { status: 200, when: 'the account is personal', token: 'personal' },
    { status: 400, when: 'no user is signed in', token: 'app' },
    ...selectErrors({ token: 'member' }),
    ...commonErrors({}, 'member'),
  ],
  ...userCases,
  'graph.me.revokeSignInSessions': revokeOwn,
  'graph.me.invalidateAllRefreshTokens': revokeOwn,
  'graph.users.list': [
    list('all are asked for', ''),
    list('a page is asked for', '?$top=3&$select=id,signInSessionsValidFromDateTime'),
    list('nobody matches', "?$filter=startsWith(displayName,'Zz')"),
    { ...list('they are counted', "?$count=true&$filter=city ne 'Milan'"), ...eventual },
    refused('the page is too large', '?$top=1000'),
    refused('the page size is no number', '?$top=many'),
    refused('$top is given twice', '?$top=1&$top=2'),
    refused('$count is neither true nor false', '?$count=yes'),
    refused('the filter cannot be read', '?$filter=displayName eq'),
    refused('the filter names no property', '?$filter=shoeSize eq 44'),
    refused('the filter needs an advanced query', "?$filter=city ne 'Milan'"),
    refused('the filter is on what is not indexed', "?$filter=streetAddress eq 'x'"),
    list('a collection is filtered', "?$filter=otherMails/any(m:m eq 'a@contoso.com')"),
    list('they are sorted', '?$orderby=displayName desc&$top=2'),
    { ...list('they are searched', '?$search="displayName:adele" OR "mail:alex"'), ...eventual },
    refused('what is filtered is sorted', '?$filter=accountEnabled eq true&$orderby=displayName'),
    refused('they are sorted by what they are not', '?$orderby=city'),
    { ...refused('the search cannot be read', '?$search=displayName:a'), ...eventual },
    refused('$orderby is given twice', '?$orderby=displayName&$orderby=displayName'),
    refused('$skiptoken was not given out', '?$skiptoken=Mg'),
    refused('it is asked to skip', '?$skip=1'),
    { status: 400, when: 'the account is personal', token: 'personal' },
    refused('it is asked to search without the header', '?$search="displayName:a"'),
    ...selectErrors({ token: 'app' }),
    ...commonErrors({}, 'member'),
    { status: 403, when: 'the app has no fitting role', token: 'powerlessApp' },
  ],
  'graph.me.listMemberOf': ownMemberships,
  'graph.me.listMemberOfAsDirectoryRole': ownMemberships,
  'graph.me.listMemberOfAsGroup': ownMemberships,
  'graph.me.listTransitiveMemberOf': ownMemberships,
  'graph.me.listTransitiveMemberOfAsDirectoryRole': ownMemberships,
  'graph.me.listTransitiveMemberOfAsGroup': ownMemberships,
  'graph.users.listMemberOf': memberships,
  'graph.users.listMemberOfAsDirectoryRole': memberships,
  'graph.users.listMemberOfAsGroup': memberships,
  'graph.users.listTransitiveMemberOf': memberships,
  'graph.users.listTransitiveMemberOfAsDirectoryRole': memberships,
  'graph.users.listTransitiveMemberOfAsGroup': memberships,
  'graph.users.delta': [
    list('everybody is asked for', ''),
    list('properties are selected', '?$select=displayName'),
    list('one user is asked for', `?$filter=id eq '${ids.adele}'`),
    list('what comes from now on is asked for', '?$deltatoken=latest'),
    {
      ...list('no more than changes are preferred', '?$deltatoken=latest'),
      headers: { Prefer: 'return=minimal' },
    },
    refused('the filter is on something else', "?$filter=displayName eq 'Adele Vance'"),
    refused('the filter cannot be read', '?$filter=id eq'),
    refused('$skiptoken was not given out', '?$skiptoken=Mg'),
    refused('$deltatoken was not given out', '?$deltatoken=Mg'),
    { status: 400, when: 'the account is personal', token: 'personal' },
    refused('it is asked to sort', '?$orderby=displayName'),
    ...selectErrors({ token: 'app' }),
    ...commonErrors({}, 'admin'),
    { status: 403, when: 'the app has no fitting role', token: 'powerlessApp' },
  ],
  'graph.users.count': [
    { ...list('all are counted', ''), ...eventual },
    { ...list('some are counted', "?$filter=city ne 'Milan'"), ...eventual },
    { ...list('those found are counted', '?$search="displayName:a"'), ...eventual },
    refused('the header is missing', ''),
    { status: 400, when: 'the account is personal', token: 'personal', ...eventual },
    { ...refused('the filter cannot be read', '?$filter=displayName eq'), ...eventual },
    ...commonErrors(eventual, 'member'),
    { status: 403, when: 'the app has no fitting role', token: 'powerlessApp', ...eventual },
  ],
  'graph.users.get': [
    { status: 200, when: 'the user is named by id', token: 'app', userId: ids.adele },
    { status: 200, when: 'the user is named by name', token: 'member', userId: upn('adele') },
    { status: 200, when: 'the user is a guest', token: 'app', userId: ids.guest },
    {
      status: 200,
      when: 'everything revocation moves is selected',
      token: 'app',
      userId: ids.adele,
      query: '?$select=id,signInSessionsValidFromDateTime,lastPasswordChangeDateTime',
    },
    ...selectErrors({ token: 'app', userId: ids.adele }),
    ...commonErrors({ userId: ids.adele }, 'member'),
    { status: 403, when: 'the app has no fitting role', token: 'powerlessApp', userId: ids.alex },
    { status: 404, when: 'there is no such user', token: 'app', userId: upn('nobody') },
    { status: 404, when: 'the account is personal', token: 'app', userId: ids.personal },
  ],
  'graph.users.revokeSignInSessions': revokeForAnother,
  'graph.users.invalidateAllRefreshTokens': revokeForAnother,
  'graph.oidc.getUserInfo': userInfo,
  'graph.oidc.postUserInfo': userInfo,
  ...directoryCases,
}
