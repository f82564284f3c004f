// Everything that a user's sign-in leaves behind, the acts that may take it away, and whether it still works: by using it.
import type { Test } from 'tap'
import type { UnderstudyOptions } from '../../src/api.ts'
import { DOMAIN, upn } from '../support/contoso.ts'
import type { Browser } from '../support/form-browser.ts'
import { answerOf, errorOf, LOGIN } from '../support/form-browser.ts'
import { daemon, revokes } from '../support/revocation.ts'
import type { Person } from '../support/sign-in.ts'
import {
  authorizeUrl,
  browserOf,
  CAPABLE,
  device,
  obtainTokens,
  refresh,
  refusalOf,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

/** A credential that works, or the number of the error with which it is refused. */
type Fate = 'lives' | number
/** An access token that Microsoft Graph takes, challenges, or refuses without a way on. */
type AccessFate = 'lives' | 'challenged' | 'refused'

export interface Fates {
  readonly passwordCookie: Fate
  readonly passwordToken: Fate
  readonly otherCookie: Fate
  readonly otherToken: Fate
  /** Of a sign-in by password, and of one by passkey. */
  readonly confidentialTokens: readonly [Fate, Fate]
  /** Of a client that understands challenges. */
  readonly capableAccessToken: AccessFate
  readonly accessToken: AccessFate
}

export type Held = Awaited<ReturnType<typeof holdCredentials>>

/** Signs a user in by password and by passkey, to a public client and to a confidential one, and moves the clock on by a second. */
export async function holdCredentials(
  t: Test,
  { user = 'adele', userId = `${user}@${DOMAIN}`, ...options }: HoldOptions = {},
) {
  const { understudy, clock } = await understudyAtNoon(t, options)
  const signedIn = async (person: Person) => {
    const browser = await browserOf(understudy, person)
    const tokens = async (client: typeof web) => obtainTokens(understudy, client, person)
    return {
      browser,
      publicToken: (await tokens(device)).refresh_token,
      confidentialToken: (await tokens(web)).refresh_token,
    }
  }
  const byPassword = await signedIn({ user, method: 'password' })
  const byPasskey = await signedIn({ user, method: 'passkey' })
  const accessToken = async (claims?: string) =>
    tokensOf(await refresh(understudy, device, byPassword.publicToken, { claims })).access_token
  const [plain, capable] = [await accessToken(), await accessToken(CAPABLE)]
  clock.advance(1)

  const fateOf = async (client: typeof web, token: string | undefined): Promise<Fate> => {
    const reply = await refresh(understudy, client, token)
    return reply.status === 200 ? 'lives' : Number(refusalOf(reply)[2])
  }
  const accessFateOf = async (token: string): Promise<AccessFate> => {
    const { status, headers } = await graph(understudy, 'GET /v1.0/me', { token })
    if (status === 200) return 'lives'
    const isChallenge = headers.get('www-authenticate')?.includes('error="insufficient_claims"')
    return isChallenge === true ? 'challenged' : 'refused'
  }
  return {
    understudy,
    clock,
    user: userId,
    byPassword,
    byPasskey,
    plainAccessToken: plain,
    fates: async (): Promise<Fates> => ({
      passwordCookie: await cookieFate(byPassword.browser),
      passwordToken: await fateOf(device, byPassword.publicToken),
      otherCookie: await cookieFate(byPasskey.browser),
      otherToken: await fateOf(device, byPasskey.publicToken),
      confidentialTokens: [
        await fateOf(web, byPassword.confidentialToken),
        await fateOf(web, byPasskey.confidentialToken),
      ],
      capableAccessToken: await accessFateOf(capable),
      accessToken: await accessFateOf(plain),
    }),
  }
}

interface HoldOptions extends UnderstudyOptions {
  /** As it is typed to sign in. */
  readonly user?: string
  /** As it stands in an address; the user principal name when left out. */
  readonly userId?: string
}

export const allLive: Fates = {
  passwordCookie: 'lives',
  passwordToken: 'lives',
  otherCookie: 'lives',
  otherToken: 'lives',
  confidentialTokens: ['lives', 'lives'],
  capableAccessToken: 'lives',
  accessToken: 'lives',
}

/** By silent sign-in: a code, or the number of the error. */
export async function cookieFate(browser: Browser): Promise<Fate> {
  const page = await browser.copy().open(authorizeUrl(device, { prompt: 'none' }))
  return 'code' in answerOf(page) ? 'lives' : Number(errorOf(page)[1]?.replace('AADSTS', ''))
}

type Act = (held: Pick<Held, 'understudy' | 'user' | 'clock'> & Partial<Held>) => Promise<void>

const changeUser =
  (body: object): Act =>
  async ({ understudy, user }) =>
    expect(204, await control(understudy, `PATCH /_understudy/users/${user}`, { body }))

export const acts = {
  /** Nothing is done: that is what makes it a row of the table. */
  passwordExpires: async ({ clock }) => clock.advance(1800),
  userChangesPassword: changeUser({ password: 'new-Passw0rd!', passwordChange: 'user' }),
  portalReset: changeUser({ password: 'new-Passw0rd!', passwordChange: 'portal' }),
  adminCenterReset: changeUser({ password: 'new-Passw0rd!', passwordChange: 'adminCenter' }),
  adminRevokes: async ({ understudy, user }) => {
    const token = await tokenFor(understudy, daemon)
    expect(200, await graph(understudy, revokes(user), { token }))
  },
  userRevokes: async ({ understudy, plainAccessToken: token = '' }) =>
    expect(200, await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })),
  signOut: async ({ byPassword, byPasskey }) => {
    for (const held of [byPassword, byPasskey])
      await held?.browser.copy().open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`)
  },
  disable: changeUser({ accountEnabled: false }),
  delete: async ({ understudy, user }) =>
    expect(204, await control(understudy, `DELETE /_understudy/users/${user}`)),
} satisfies Readonly<Record<string, Act>>

/** A double, and what may happen to Adele in it a second later. */
export async function underWay(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  const happens = async (name: keyof typeof acts) => {
    clock.advance(1)
    await acts[name]({ understudy, clock, user: upn('adele') })
  }
  return { understudy, clock, happens }
}

/** Status, error and numbers; the status alone when it is granted. */
export function fateOf(reply: Reply): readonly unknown[] {
  return reply.status === 200 ? [200] : refusalOf(reply)
}

function expect(status: number, reply: { readonly status: number; readonly text: string }): void {
  if (reply.status !== status) throw new Error(`${reply.status} ${reply.text}`)
}
