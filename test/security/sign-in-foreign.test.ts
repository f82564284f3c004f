// Credentials of the sign-in surface where they do not belong: of another kind, or of another double.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { answerOf, Browser, errorOf } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  device,
  OWN_API,
  redeemCode,
  refresh,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import {
  ASSERTION_TYPE,
  automaticUnderstudy,
  ctxOf,
  DEVICE_GRANT,
  OBO_GRANT,
  pageError,
  postLogin,
  quickCode,
  quickTokens,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import { graph } from '../support/understudy.ts'

const SEALED = ['code', 'refreshToken', 'cookie', 'ctx', 'deviceCode'] as const
const SIGNED = ['graphToken', 'apiToken', 'idToken', 'ownIdToken', 'appToken'] as const
const OTHERS = ['userCode', 'clientInfo', 'sessionState'] as const
type Kind = (typeof SEALED)[number] | (typeof SIGNED)[number] | (typeof OTHERS)[number]

/** One of each, of the built-in tenant; the code is redeemable by the device client. */
async function everyCredential(understudy: Understudy): Promise<Record<Kind, string>> {
  const browser = new Browser(understudy)
  const asked = { client_info: '1' }
  const {
    refresh_token: refreshToken = '',
    id_token: idToken = '',
    ...tokens
  } = tokensOf(await redeemCode(understudy, device, await quickCode(understudy, device), asked))
  const api = await quickTokens(understudy, device, { scope: `${OWN_API}/access_as_user` })
  const own = await quickTokens(understudy, web, { scope: 'openid User.Read' })
  const app = tokensOf(
    await askToken(understudy, web, {
      grant_type: 'client_credentials',
      scope: `${OWN_API}/.default`,
    }),
  )
  const { deviceCode, userCode } = await startDevice(understudy, device)
  const code = await quickCode(understudy, device, {}, { browser })
  const consent = await browser.open(authorizeUrl(device, { scope: 'Mail.Read' }))
  return {
    code,
    refreshToken,
    cookie: browser.cookies.get('ESTSAUTH') ?? '',
    ctx: ctxOf(consent),
    deviceCode,
    graphToken: tokens.access_token,
    apiToken: api.access_token,
    idToken,
    ownIdToken: own.id_token ?? '',
    appToken: app.access_token,
    userCode,
    clientInfo: tokens.client_info ?? '',
    sessionState: String(answerOf(await browser.open(authorizeUrl(device))).session_state),
  }
}

/** How each place answers a credential, in short. */
const places = {
  code: async (understudy, text) => refusal(await redeemCode(understudy, device, text)),
  refresh_token: async (understudy, text) => refusal(await refresh(understudy, device, text)),
  device_code: async (understudy, text) =>
    refusal(await askToken(understudy, device, { grant_type: DEVICE_GRANT, device_code: text })),
  assertion: async (understudy, text) =>
    refusal(
      await askToken(understudy, web, {
        grant_type: OBO_GRANT,
        requested_token_use: 'on_behalf_of',
        scope: 'User.Read',
        assertion: text,
      }),
    ),
  client_assertion: async (understudy, text) =>
    refusal(
      await askToken(understudy, web, {
        client_secret: undefined,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: text,
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
      }),
    ),
  ctx: async (understudy, text) => {
    const page = await postLogin(new Browser(understudy), text, { stay: 'Yes', consent: 'Accept' })
    return `${page.status} ${pageError(page)}`
  },
  cookie: async (understudy, text) => {
    const cookies = ['ESTSAUTH', 'ESTSAUTHPERSISTENT'].map(name => [name, text] as const)
    const browser = new Browser(understudy, new Map(cookies))
    return errorOf(await browser.open(authorizeUrl(device, { prompt: 'none' }))).join(' ')
  },
  otc: async (understudy, text) => {
    const page = await new Browser(understudy).post(
      'https://login.microsoftonline.com/common/oauth2/deviceauth',
      { otc: text },
    )
    return `${page.status} ${pageError(page)}`
  },
  bearer: async (understudy, text) =>
    String((await graph(understudy, 'GET /v1.0/me', { token: text })).status),
} as const satisfies Record<string, (understudy: Understudy, text: string) => Promise<string>>
type Place = keyof typeof places

const MALFORMED = '400 invalid_grant 9002313'
const FOREIGN = '400 invalid_grant 70000'
const AUDIENCE = '400 invalid_grant 500131'

/** What a place answers to the kinds of credential that do not belong there; the first is for those without a row. */
const expected: Readonly<Record<Place, readonly [string, Partial<Record<Kind, string>>]>> = {
  code: [MALFORMED, Object.fromEntries(SEALED.map(kind => [kind, FOREIGN]))],
  refresh_token: [MALFORMED, Object.fromEntries(SEALED.map(kind => [kind, FOREIGN]))],
  device_code: ['400 bad_verification_code 70018', {}],
  assertion: [
    '400 invalid_request 50027',
    { graphToken: AUDIENCE, idToken: AUDIENCE, ownIdToken: FOREIGN, appToken: FOREIGN },
  ],
  client_assertion: [
    '400 invalid_request 50027',
    Object.fromEntries(SIGNED.map(kind => [kind, '401 invalid_client 700027'])),
  ],
  ctx: ['400 AADSTS9002313', {}],
  cookie: ['login_required AADSTS50058', {}],
  otc: ['200 AADSTS70018', {}],
  bearer: ['401', {}],
}
/** Where each belongs. */
const belongs: Partial<Record<Kind, Place>> = {
  code: 'code',
  refreshToken: 'refresh_token',
  cookie: 'cookie',
  ctx: 'ctx',
  deviceCode: 'device_code',
  userCode: 'otc',
  apiToken: 'assertion',
  graphToken: 'bearer',
}

const isKind = (text: string): text is Kind =>
  [...SEALED, ...SIGNED, ...OTHERS].some(kind => kind === text)
const isPlace = (text: string): text is Place => text in places

t.test('A credential of one kind', async t => {
  for (const place of Object.keys(places).filter(isPlace)) {
    t.test(`is refused in the place of another: ${place}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      const [usual, exceptions] = expected[place]
      for (const [kind, text] of Object.entries(await everyCredential(understudy))) {
        if (!isKind(kind) || belongs[kind] === place) continue
        t.equal(await places[place](understudy, text), exceptions[kind] ?? usual, kind)
      }
    })
  }

  t.test('is not used up by being shown where it does not belong', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const { code, refreshToken } = await everyCredential(understudy)
    for (const place of Object.values(places).slice(1)) await place(understudy, code)
    t.equal((await redeemCode(understudy, device, code)).status, 200)
    t.equal((await refresh(understudy, device, refreshToken)).status, 200)
  })
})

t.test("Another double's credential", async t => {
  const rows = {
    code: FOREIGN,
    refreshToken: FOREIGN,
    deviceCode: '400 bad_verification_code 70018',
    ctx: '400 AADSTS9002313',
    cookie: 'login_required AADSTS50058',
    apiToken: '400 invalid_grant 50013',
    userCode: '200 AADSTS70018',
    graphToken: '401',
  } as const
  const { understudy: other } = await automaticUnderstudy(t, { signingKeys: new SigningKeys() })
  const theirs = await everyCredential(other)
  for (const [kind, wanted] of Object.entries(rows)) {
    const place = isKind(kind) ? belongs[kind] : undefined
    if (!isKind(kind) || place === undefined) continue
    t.test(`is refused where its kind belongs: ${kind}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      t.equal(await places[place](understudy, theirs[kind]), wanted)
    })
  }
})
