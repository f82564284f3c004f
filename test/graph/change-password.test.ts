// graph.me.changePassword and graph.users.changePassword: one's own, with the current one.
import t from 'tap'
import { accountOf, grant, NEW_PASSWORD, PASSWORD, signIn } from '../support/accounts.ts'
import { ids, upn } from '../support/contoso.ts'
import { badProperty, errors, isError } from '../support/graph-errors.ts'
import { wholeSeconds } from '../support/revocation.ts'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'
import { asWriter, changesNothing, read } from '../support/users.ts'

const scopes = ['User-PasswordProfile.ReadWrite.All']
const right = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }
const paths = [
  'me/changePassword',
  'me/microsoft.graph.changePassword',
  `users/${ids.adele}/changePassword`,
  `users/${upn('adele')}/microsoft.graph.changePassword`,
]

t.test('changePassword', async t => {
  for (const version of ['v1.0', 'beta']) {
    for (const path of paths) {
      t.test(`changes one's own: ${version}/${path}`, async t => {
        const { understudy, clock } = await understudyAtNoon(t)
        const token = await tokenFor(understudy, { user: 'adele', scopes })
        clock.advance(60)
        const reply = await graph(understudy, `POST /${version}/${path}`, { token, body: right })
        t.strictSame([reply.status, reply.text], [204, ''])
        const now = wholeSeconds(clock.now())
        t.match(await accountOf(understudy), {
          lastPasswordChangeDateTime: now,
          signInSessionsValidFromDateTime: now,
        })
        t.match((await signIn(understudy, PASSWORD)).json, { error_codes: [50126] })
        t.equal((await signIn(understudy, NEW_PASSWORD)).status, 200)
      })
    }
  }

  for (const permission of ['User-PasswordProfile.ReadWrite.All', 'Directory.AccessAsUser.All']) {
    t.test(`is done by ${permission}, and by no role`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const token = await tokenFor(understudy, { user: 'adele', scopes: [permission] })
      const { status } = await graph(understudy, 'POST /v1.0/me/changePassword', {
        token,
        body: right,
      })
      t.equal(status, 204)
    })
  }

  t.test('is what somebody was asked to do at the next sign-in', async t => {
    const { understudy } = await understudyAtNoon(t)
    await asWriter(understudy, `PATCH /v1.0/users/${ids.adele}`, {
      passwordProfile: { forceChangePasswordNextSignIn: true },
    })
    const token = await tokenFor(understudy, { user: 'adele', scopes })
    await graph(understudy, 'POST /v1.0/me/changePassword', { token, body: right })
    t.match(await read(understudy, ids.adele, 'passwordProfile'), {
      passwordProfile: { forceChangePasswordNextSignIn: false },
    })
  })

  const refusals = [
    [
      'the current one is wrong',
      { ...right, currentPassword: 'Wrong-Passw0rd!' },
      badProperty('The specified password is incorrect. paramName: oldPassword'),
    ],
    [
      'the new one is simple',
      { ...right, newPassword: 'simple' },
      badProperty(`${errors.password.message} paramName: newPassword`),
    ],
    [
      'one is missing',
      { newPassword: NEW_PASSWORD },
      badProperty('Property value is required but is empty or missing.'),
    ],
    ['one is no text', { ...right, newPassword: 7 }, errors.payload],
    ['there is something else', { ...right, force: true }, errors.values],
    ['there is no body', undefined, errors.emptyPayload],
  ] as const
  for (const [when, body, expected] of refusals) {
    t.test(`changes nothing when ${when}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const token = await tokenFor(understudy, { user: 'adele', scopes })
      for (const path of paths) {
        const reply = await changesNothing(t, understudy, () =>
          graph(understudy, `POST /v1.0/${path}`, { token, body }),
        )
        isError(t, reply, expected)
      }
    })
  }

  t.test("is not for somebody else's, whoever asks", async t => {
    const { understudy } = await understudyAtNoon(t)
    const body = right
    const all = [...scopes, 'Directory.AccessAsUser.All']
    const admin = await tokenFor(understudy, { user: 'admin', scopes: all })
    for (const user of [ids.adele, 'nobody']) {
      const line = `POST /v1.0/users/${user}/changePassword` as const
      isError(t, await graph(understudy, line, { token: admin, body }), errors.denied)
      isError(t, await asWriter(understudy, line, body), errors.denied)
    }
    const me = 'POST /v1.0/me/changePassword'
    isError(t, await asWriter(understudy, me, body), errors.meWithoutUser)
  })
})

t.test('changePassword of an account of another kind', async t => {
  const change = async (
    user: string,
    currentPassword: string,
  ): Promise<{ readonly reply: Reply; readonly refreshed: Reply }> => {
    const { understudy, clock } = await understudyAtNoon(t)
    const username = user
    const { json } = await grant(understudy, {
      grant_type: 'password',
      username,
      password: currentPassword,
    })
    const token = await tokenFor(understudy, { user, scopes })
    clock.advance(60)
    const body = { currentPassword, newPassword: NEW_PASSWORD }
    const reply = await graph(understudy, 'POST /v1.0/me/changePassword', { token, body })
    const refresh_token = String(Object(json).refresh_token)
    return {
      reply,
      refreshed: await grant(understudy, { grant_type: 'refresh_token', refresh_token }),
    }
  }

  t.test('is taken, and revokes nothing: a B2C local account', async t => {
    const { reply, refreshed } = await change(upn(ids.customer), 'bianca-Passw0rd!')
    t.same([reply.status, refreshed.status], [204, 200])
  })

  t.test('is not there: a personal account', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { user: ids.personal, scopes })
    const body = { currentPassword: 'pat-Passw0rd!', newPassword: NEW_PASSWORD }
    for (const path of ['me', `users/${ids.personal}`]) {
      const url = `/v1.0/${path}/changePassword` as const
      const reply = await changesNothing(t, understudy, () =>
        graph(understudy, `POST ${url}`, { token, body }),
      )
      isError(t, reply, {
        status: 404,
        code: '',
        message: `No HTTP resource was found that matches the request URI 'https://graph.microsoft.com${url}'.`,
      })
    }
  })
})
