// What may happen in a tenant, at random: credentials are issued, used up, revoked, and its clock is moved.
import fc from 'fast-check'
import type { Understudy } from '../../src/api.ts'
import type { ManualClock } from '../../src/clock.ts'
import { explain } from './explain.ts'
import { Browser, LOGIN } from './form-browser.ts'
import { askToken, device, spa, web } from './sign-in.ts'
import {
  changeSettings,
  DEVICE_GRANT,
  quickCode,
  quickRedeem,
  quickTokens,
  refusal,
  startDevice,
} from './sign-in-flow.ts'
import { control, graph, tokenFor } from './understudy.ts'
import { moveClock } from './worlds.ts'

export const clients = { web, spa, device } as const
type ClientName = keyof typeof clients

/** A credential, and how it is shown without being used up. */
export interface Credential {
  readonly kind: 'accessToken' | 'refreshToken' | 'code' | 'cookie' | 'deviceCode'
  readonly text: string
  readonly client: ClientName
}

const users = fc.constantFrom('adele', 'alex')
const clientNames = fc.constantFrom<ClientName[]>('web', 'spa', 'device')
const seconds = fc.constantFrom(0.5, 1, 59, 601, 901, 3600, 86_400, 90 * 86_400)

const issuing = fc.oneof(
  fc.record({
    what: fc.constant('issue' as const),
    user: users,
    capabilities: fc.constantFrom<string[][]>([], ['cp1']),
  }),
  fc.record({ what: fc.constant('signIn' as const), user: users, client: clientNames }),
  fc.record({ what: fc.constant('code' as const), user: users, client: clientNames }),
  fc.record({ what: fc.constant('startDevice' as const) }),
)
const changing = fc.oneof(
  fc.record({ what: fc.constant('redeem' as const), which: fc.nat(9) }),
  fc.record({ what: fc.constant('signOut' as const), which: fc.nat(9) }),
  fc.record({ what: fc.constant('revoke' as const), user: users }),
  fc.record({
    what: fc.constant('changeUser' as const),
    user: users,
    change: fc.constantFrom(
      { accountEnabled: false },
      { accountEnabled: true },
      { password: 'new' },
      { password: 'new', passwordChange: 'adminCenter' },
    ),
  }),
  fc.record({
    what: fc.constant('changeSettings' as const),
    revocation: fc.constantFrom(
      { preset: 'instant' },
      { preset: 'realistic' },
      { delaySeconds: { token: 60 } },
    ),
  }),
  fc.record({ what: fc.constant('advance' as const), seconds, isBack: fc.boolean() }),
  fc.record({ what: fc.constant('freeze' as const), frozen: fc.boolean() }),
  fc.record({ what: fc.constant('pass' as const), seconds }),
)

/** One thing that happens. */
export type Step =
  typeof issuing extends fc.Arbitrary<infer I>
    ? typeof changing extends fc.Arbitrary<infer C>
      ? I | C
      : never
    : never

const both = { maxLength: 8, size: 'max' } as const

/** Mostly credentials, then mostly what becomes of them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(fc.oneof<fc.Arbitrary<Step>[]>(issuing, issuing, changing), both),
    fc.array(fc.oneof<fc.Arbitrary<Step>[]>(changing, changing, issuing), both),
  )
  .map(([first, second]) => [...first, ...second])

/** A server and what was issued there. */
export class World {
  readonly understudy: Understudy
  readonly credentials: Credential[] = []
  readonly #clock: ManualClock
  readonly #browsers: Browser[] = []

  constructor(understudy: Understudy, clock: ManualClock) {
    this.understudy = understudy
    this.#clock = clock
  }

  async live(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#do(step)
  }

  async #do(step: Step): Promise<void> {
    const { understudy } = this
    switch (step.what) {
      case 'issue': {
        const { user, capabilities } = step
        this.#keep('accessToken', await tokenFor(understudy, { user, capabilities }))
        return
      }
      // A user whose account is disabled gets none of these.
      case 'signIn':
        return this.#signIn(step.user, step.client).catch(() => undefined)
      case 'code': {
        const asked = { login_hint: step.user }
        const code = await quickCode(understudy, clients[step.client], asked).catch(() => '')
        if (code !== '') this.#keep('code', code, step.client)
        return
      }
      case 'startDevice':
        return this.#keep('deviceCode', (await startDevice(understudy, device)).deviceCode)
      case 'redeem': {
        const codes = this.credentials.filter(({ kind }) => kind === 'code')
        const code = codes[step.which % codes.length]
        if (code !== undefined) await quickRedeem(understudy, clients[code.client], code.text)
        return
      }
      case 'signOut':
        await this.#browsers[step.which % this.#browsers.length]?.copy().open(logoutUrl)
        return
      case 'revoke':
        await control(understudy, `POST /_understudy/users/${step.user}/revoke`)
        return
      case 'changeUser':
        await control(understudy, `PATCH /_understudy/users/${step.user}`, { body: step.change })
        return
      case 'changeSettings':
        return changeSettings(understudy, { revocation: step.revocation })
      case 'advance':
        await moveClock(understudy, { advanceSeconds: step.isBack ? -step.seconds : step.seconds })
        return
      case 'freeze':
        await moveClock(understudy, { frozen: step.frozen })
        return
      case 'pass':
        return this.#clock.advance(step.seconds)
    }
  }

  async #signIn(user: string, client: ClientName): Promise<void> {
    const browser = new Browser(this.understudy)
    const tokens = await quickTokens(
      this.understudy,
      clients[client],
      { login_hint: user },
      { browser },
    )
    this.#keep('accessToken', tokens.access_token)
    this.#keep('refreshToken', tokens.refresh_token ?? '', client)
    this.#keep('cookie', browser.cookies.get('ESTSAUTH') ?? '')
    this.#browsers.push(browser)
  }

  #keep(kind: Credential['kind'], text: string, client: ClientName = 'device'): void {
    this.credentials.push({ kind, text, client })
  }
}

const logoutUrl = `${LOGIN}/contoso.onmicrosoft.com/oauth2/v2.0/logout`

/** What each credential is worth at a server now; none is used up by that. */
export function verdictsOf(
  understudy: Understudy,
  credentials: readonly Credential[],
): Promise<readonly unknown[]> {
  return Promise.all(credentials.map(credential => verdictOf(understudy, credential)))
}

async function verdictOf(understudy: Understudy, { kind, text }: Credential): Promise<unknown> {
  if (kind === 'deviceCode') {
    const fields = { grant_type: DEVICE_GRANT, device_code: text }
    return refusal(await askToken(understudy, device, fields))
  }
  const explained = (await explain(understudy, text)).json
  if (kind !== 'accessToken') return explained
  const { status, json } = await graph(understudy, 'GET /v1.0/me', { token: text })
  return [explained, status, Object(json).error?.code]
}

/** Whether a verdict of `verdictsOf` is that the credential is good for what it is for. */
export function isGood(verdict: unknown): boolean {
  if (typeof verdict === 'string') return verdict.startsWith('400 authorization_pending')
  const explained = Array.isArray(verdict) ? verdict[0] : verdict
  return Object(explained).surfaces?.[0]?.accepted === true
}
