// The cases of what a browser visits: authorization requests, the pages' forms, the page for devices, and signing out.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { clients, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { form, formOf, query, redirected } from './cases.ts'
import { REDIRECT_URI, SCOPE } from './credentials.ts'
import { commonErrors, formErrors, formMissing, tenantErrors } from './sign-in-errors.ts'

type PageId = Extract<
  OperationIdOf<'signIn'>,
  `signIn.${'authorize' | 'login' | 'deviceAuth' | 'logout'}.${string}`
>

const request = {
  client_id: clients.device,
  response_type: 'code',
  redirect_uri: REDIRECT_URI,
  scope: SCOPE,
  state: '12345',
}
const strange = { ...request, redirect_uri: 'https://evil.example' }

/** @param send puts the parameters where the operation takes them */
const authorize = (send: (parameters: Readonly<Record<string, string>>) => Sent): Case[] => [
  { status: 200, when: 'nobody is signed in', ...send(request) },
  {
    status: 200,
    when: 'an account is hinted at',
    ...send({ ...request, login_hint: upn('adele') }),
  },
  {
    status: 200,
    when: 'the answer is to be posted',
    to: 'automatic',
    ...send({ ...request, response_mode: 'form_post' }),
  },
  {
    status: 302,
    when: 'signing in is automatic',
    to: 'automatic',
    ...send(request),
    ...redirected,
  },
  {
    status: 302,
    when: 'no page may be shown and nobody is signed in',
    ...send({ ...request, prompt: 'none' }),
    ...redirected,
  },
  { status: 302, when: 'the scope is left out', ...send({ ...request, scope: '' }), ...redirected },
  { status: 400, when: 'the client is left out', ...send({}) },
  { status: 400, when: 'the client is unknown', ...send({ ...request, client_id: upn('adele') }) },
  { status: 400, when: 'the redirect URI is not registered', ...send(strange) },
  ...tenantErrors(send(request)),
  ...commonErrors(send(request)),
]

const signedOut = { post_logout_redirect_uri: 'http://localhost:3000', state: '12345' }

const logout = (send: typeof form): Case[] => [
  { status: 200, when: 'there is nowhere to go on to', ...send({}) },
  {
    status: 200,
    when: 'where to go on to is not registered',
    ...send({ post_logout_redirect_uri: 'https://evil.example' }),
  },
  { status: 302, when: 'there is somewhere to go on to', ...send(signedOut), ...redirected },
  ...tenantErrors(send({})),
  ...commonErrors(send({})),
]

const account = { login: upn('adele') }

export const pageCases: Readonly<Record<PageId, readonly Case[]>> = {
  'signIn.authorize.get': [
    ...authorize(query),
    { status: 400, when: 'a parameter is given twice', query: '?scope=openid&scope=profile' },
  ],
  'signIn.authorize.post': [...authorize(form), ...formErrors('client_id'), ...formMissing],
  'signIn.login.submit': [
    { status: 200, when: 'an account is picked', ...formOf({ ctx: 'accountPage' }, account) },
    {
      status: 200,
      when: 'the password is wrong',
      ...formOf({ ctx: 'accountPage' }, { ...account, passwd: 'wrong' }),
    },
    {
      status: 200,
      when: 'the password is right',
      ...formOf({ ctx: 'accountPage' }, { ...account, passwd: 'adele-Passw0rd!' }),
    },
    {
      status: 302,
      when: 'the person has signed in',
      ...formOf({ ctx: 'staySignedInPage' }, { stay: 'Yes' }),
      ...redirected,
    },
    {
      status: 302,
      when: 'the person goes back',
      ...formOf({ ctx: 'accountPage' }, { cancel: 'Cancel' }),
      ...redirected,
    },
    { status: 400, when: "the page's state is lost", ...form(account) },
    { status: 400, when: "the page's state is made up", ...form({ ctx: '1.AAAA' }) },
    ...crossSite(formOf({ ctx: 'accountPage' }, account)),
    ...commonErrors(formOf({ ctx: 'accountPage' }, account)),
    ...formErrors('ctx'),
    ...formMissing,
  ],
  'signIn.deviceAuth.get': [
    { status: 200, when: 'no code is given' },
    { status: 200, when: 'a code is given', ...query({ otc: 'ABCDEFGHJ' }) },
    { status: 400, when: 'two codes are given', query: '?otc=ABCDEFGHJ&otc=ABCDEFGHK' },
    ...commonErrors(),
  ],
  'signIn.deviceAuth.submit': [
    { status: 200, when: 'a device waits for the code', ...formOf({ otc: 'userCode' }, {}) },
    { status: 200, when: 'no device waits for the code', ...form({ otc: 'ABCDEFGHJ' }) },
    { status: 200, when: 'there is no form' },
    ...crossSite(form({ otc: 'ABCDEFGHJ' })),
    ...commonErrors(form({ otc: 'ABCDEFGHJ' })),
    ...formErrors('otc'),
  ],
  'signIn.logout.get': [
    ...logout(query),
    { status: 400, when: 'a parameter is given twice', query: '?state=1&state=2' },
  ],
  'signIn.logout.post': [...logout(form), ...formErrors('state')],
}

function crossSite(good: Sent): readonly Case[] {
  const headers = (from: Readonly<Record<string, string>>) => ({ ...good.headers, ...from })
  return [
    {
      ...good,
      status: 400,
      when: "another site's page sends the form",
      headers: headers({ 'sec-fetch-site': 'cross-site' }),
    },
    {
      ...good,
      status: 400,
      when: 'another origin sends the form',
      headers: headers({ origin: 'https://evil.example' }),
    },
  ]
}
