// A view of every kind: one as in real life, and any number made of given strings.
import { renderPage } from '../../src/sign-in/pages/render.ts'
import type { AccountTile, PageView } from '../../src/sign-in/pages/view.ts'
import type { Markup } from '../support/markup.ts'
import { parseMarkup } from '../support/markup.ts'

type Examples = { readonly [View in PageView as View['kind']]: View }

const form = { action: '/contoso.onmicrosoft.com/login', ctx: 'c2VhbGVk' }
const application = 'Contoso Expenses'
const userPrincipalName = 'adele@contoso.onmicrosoft.com'

export const adele: AccountTile = {
  userPrincipalName,
  displayName: 'Adele Vance',
  notes: ['Signed in', 'Revoked since your last sign-in at 2026-11-22 14:16:40Z'],
}
export const guest: AccountTile = {
  userPrincipalName: 'megan_fabrikam.com#EXT#@contoso.onmicrosoft.com',
  displayName: 'Megan Bowen',
  notes: ['Guest'],
}

export const examples: Examples = {
  account: {
    kind: 'account',
    form,
    application,
    accounts: [adele, guest],
    more: 0,
    login: '',
    error: undefined,
    notice: undefined,
  },
  password: {
    kind: 'password',
    form,
    application,
    account: adele,
    error: undefined,
    notice: undefined,
  },
  staySignedIn: { kind: 'staySignedIn', form, userPrincipalName },
  consent: {
    kind: 'consent',
    form,
    userPrincipalName,
    application,
    permissions: [
      { name: 'User.Read', description: 'Sign you in and read your profile' },
      { name: 'Expenses.Write', description: '' },
    ],
  },
  deviceCode: {
    kind: 'deviceCode',
    action: '/common/oauth2/deviceauth',
    code: 'GH7KQ2PXW',
    error: undefined,
  },
  deviceConfirm: { kind: 'deviceConfirm', form, userPrincipalName, application },
  message: { kind: 'message', title: 'You have signed in', text: 'You may close this window.' },
  signedOut: {
    kind: 'signedOut',
    frontChannelUrls: ['http://localhost:3000/sign-out?sid=1', 'https://app.contoso.com/out'],
    continueTo: 'http://localhost:3000/bye?a=1&b=2',
  },
  error: {
    kind: 'error',
    code: 'AADSTS50011',
    message: 'The redirect URI does not match.',
    correlationId: 'a3f1c8d2-5b7e-4c3a-9f10-2d6b8e4a7c51',
    traceId: '6e0b7c14-93ad-4f5e-8a21-7d1c0f9e3b00',
    timestamp: '2026-11-22 14:16:40Z',
    advice: 'Add it to the fixture.',
  },
  formPost: {
    kind: 'formPost',
    action: 'https://app.contoso.com/callback',
    fields: [
      ['code', '0.AXYZ'],
      ['state', '{"back":"/a&b"}'],
      ['submit', '1'],
    ],
  },
}

/** Views of every kind whose every string is the next that `text` gives. */
export function viewsOf(text: () => string): readonly PageView[] {
  const form = () => ({ action: text(), ctx: text() })
  const account = () => ({
    userPrincipalName: text(),
    displayName: text(),
    notes: [text(), text(), text()],
  })
  const error = () => ({ code: text(), message: text() })
  const asked = () => ({ form: form(), application: text(), error: error(), notice: text() })
  return [
    { kind: 'account', ...asked(), accounts: [account(), account()], more: 3, login: text() },
    { kind: 'account', ...asked(), accounts: [], more: 0, login: text() },
    { kind: 'password', ...asked(), account: account() },
    { kind: 'staySignedIn', form: form(), userPrincipalName: text() },
    {
      kind: 'consent',
      form: form(),
      userPrincipalName: text(),
      application: text(),
      permissions: [{ name: text(), description: text() }],
    },
    { kind: 'deviceCode', action: text(), code: text(), error: error() },
    { kind: 'deviceConfirm', form: form(), userPrincipalName: text(), application: text() },
    { kind: 'message', title: text(), text: text() },
    {
      kind: 'signedOut',
      frontChannelUrls: [`https://app.contoso.com/${text()}`],
      continueTo: text(),
    },
    {
      kind: 'error',
      ...error(),
      correlationId: text(),
      traceId: text(),
      timestamp: text(),
      advice: text(),
    },
    { kind: 'formPost', action: text(), fields: [[text(), text()]] },
  ]
}

/** Views of every kind, with and without what may be absent. */
export const everyView: readonly PageView[] = [
  ...Object.values(examples),
  ...viewsOf(() => 'a'),
  { ...examples.account, accounts: [], application: '' },
  { ...examples.signedOut, continueTo: undefined, frontChannelUrls: [] },
  { ...examples.error, advice: undefined },
]

export function pageOf(view: PageView): Markup {
  return parseMarkup(renderPage(view).html)
}

/** Every string a view holds, its kind left out. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'kind' ? [] : stringsOf(part)))
}
