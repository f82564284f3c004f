// Requests that wait for the signing key, and are overtaken by a change of the account: they come after it.

import { setImmediate } from 'node:timers/promises'
import type { Test } from 'tap'
import t from 'tap'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { DOMAIN, ids } from '../support/contoso.ts'
import { Browser, errorOf, LOGIN, titleOf } from '../support/form-browser.ts'
import { authorizeUrl, device, refresh, web } from '../support/sign-in.ts'
import { automaticUnderstudy, quickCode, quickTokens, refusal } from '../support/sign-in-flow.ts'
import { acts, adminToken, numbers, revoke, signedIn } from '../support/under-way.ts'
import { control } from '../support/understudy.ts'

/** Keys that are waited for until they are let go. */
class HeldKeys extends SigningKeys {
  #held = Promise.resolve()

  /** From now on, whoever needs the key waits. Gives back what lets them go. */
  hold(): () => void {
    let letGo = () => {}
    this.#held = new Promise(resolve => {
      letGo = resolve
    })
    return letGo
  }

  override async ready() {
    await this.#held
    return super.ready()
  }
}

t.test('A request that has to wait for the key', async t => {
  const setUp = async (t: Test) => {
    const signingKeys = new HeldKeys()
    const { understudy } = await automaticUnderstudy(t, { signingKeys })
    const token = await adminToken(understudy)
    return { understudy, signingKeys, token }
  }
  /** Starts something, lets something else happen until its end, and then lets the first go on. */
  const overtaken = async <T>(
    keys: HeldKeys,
    act: () => Promise<T>,
    other: () => Promise<unknown>,
  ) => {
    const letGo = keys.hold()
    const pending = act()
    for (const _ of numbers(20)) await setImmediate()
    await other()
    letGo()
    return pending
  }

  t.test('comes after a revocation that overtook it', async t => {
    const { understudy, signingKeys, token } = await setUp(t)
    for (const act of Object.values(acts)) {
      const before = await signedIn(understudy)
      const answer = await overtaken(
        signingKeys,
        () => act(understudy, before, 0),
        () => revoke(understudy, token),
      )
      const refused = 'html' in answer ? errorOf(answer)[1] : refusal(answer)
      t.match(refused, /50132|50173/)
    }
  })

  t.test('comes after whatever else happened to the account', async t => {
    const path = `/_understudy/users/${ids.adele}` as const
    const changes = [
      [{ password: 'new', passwordChange: 'user' }, / 50173$/],
      [{ accountEnabled: false }, / 50057$/],
    ] as const
    for (const [body, wanted] of changes) {
      const { understudy, signingKeys } = await setUp(t)
      const { refresh_token: refreshToken } = await quickTokens(understudy, device)
      const reply = await overtaken(
        signingKeys,
        () => refresh(understudy, device, refreshToken),
        () => control(understudy, `PATCH ${path}`, { body }),
      )
      t.match(refusal(reply), wanted)
    }
  })

  t.test('gives no code when the person is revoked or signs out in the meantime', async t => {
    const { understudy, signingKeys, token } = await setUp(t)
    const logout = `${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`
    const fresh = new Browser(understudy)
    const picking = await overtaken(
      signingKeys,
      () => fresh.open(authorizeUrl(web)),
      () => revoke(understudy, token),
    )
    t.equal(titleOf(picking), 'Pick an account')

    const browser = new Browser(understudy)
    await quickCode(understudy, web, {}, { browser })
    const silent = await overtaken(
      signingKeys,
      () => browser.copy().open(authorizeUrl(web, { prompt: 'none' })),
      () => browser.copy().open(logout),
    )
    t.equal(errorOf(silent)[0], 'login_required')
  })
})
