// The cases of the Graph surface: for each operation, what provokes each status it declares. They hold in every version and under every name.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { ids, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, large, malformed, notSaidToBeJson } from './cases.ts'
import { commonErrors, selectErrors } from './common-graph-cases.ts'
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

export const graphCases: Readonly<Record<OperationIdOf<'graph'>, readonly Case[]>> = {
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
    refused('$skiptoken was not given out', '?$skiptoken=Mg'),
    refused('it is asked to skip', '?$skip=1'),
    refused('it is asked to search', '?$search="displayName:a"'),
    refused('it is asked to sort', '?$orderby=displayName'),
    ...selectErrors({ token: 'app' }),
    ...commonErrors({}, 'member'),
    { status: 403, when: 'the app has no fitting role', token: 'powerlessApp' },
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
}
