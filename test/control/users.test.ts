// control.users.*
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import {
  accountOf,
  grant,
  NEW_PASSWORD,
  PASSWORD,
  PATCH_ADELE,
  signIn,
  USERS,
} from '../support/accounts.ts'
import { ids, upn } from '../support/contoso.ts'
import { isProblem } from '../support/problem.ts'
import { daemon, statusOf, wholeSeconds } from '../support/revocation.ts'
import { TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import type { Reply } from '../support/understudy.ts'
import { control, NOON, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const LATER = wholeSeconds(NOON.getTime() + 60_000)

const memberToken = (understudy: Understudy): Promise<string> =>
  tokenFor(understudy, { user: 'adele', scopes: ['User.Read'], capabilities: ['cp1'] })

async function isDone(t: Test, reply: Promise<Reply>): Promise<void> {
  const { status, text } = await reply
  t.equal(status, 204, text)
  t.equal(text, '')
}

/** Whose act a new password is, and whether a confidential client's refresh tokens end with it. */
const changes = [
  { passwordChange: undefined, endsConfidential: false },
  { passwordChange: 'user', endsConfidential: false },
  { passwordChange: 'portal', endsConfidential: false },
  { passwordChange: 'adminCenter', endsConfidential: true },
] as const

t.test('control.users.update', async t => {
  for (const { passwordChange, endsConfidential } of changes) {
    const body = { password: NEW_PASSWORD, ...(passwordChange !== undefined && { passwordChange }) }

    t.test(`changes the password and when it was: ${JSON.stringify(body)}`, async t => {
      const { understudy, clock } = await understudyAtNoon(t)
      clock.advance(60)
      await isDone(t, control(understudy, PATCH_ADELE, { body }))
      t.same(await accountOf(understudy), {
        accountEnabled: true,
        lastPasswordChangeDateTime: LATER,
        signInSessionsValidFromDateTime: LATER,
      })
      t.match((await signIn(understudy, PASSWORD)).json, { error_codes: [50126] })
      t.equal((await signIn(understudy, NEW_PASSWORD)).status, 200)
    })

    t.test(`ends what such a change ends: ${JSON.stringify(body)}`, async t => {
      const understudy = await understudyFor(t)
      const token = await memberToken(understudy)
      const { refresh_token } = Object((await signIn(understudy, PASSWORD)).json)
      await isDone(t, control(understudy, PATCH_ADELE, { body }))
      t.equal(await statusOf(understudy, token), 401)
      t.equal(await statusOf(understudy, await memberToken(understudy)), 200)
      const refreshed = await grant(understudy, { grant_type: 'refresh_token', refresh_token })
      if (endsConfidential) t.match(refreshed.json, { error_codes: [50173] })
      else t.equal(refreshed.status, 200, refreshed.text)
    })
  }

  t.test('disables an account, whose tokens are refused until it is enabled again', async t => {
    const understudy = await understudyFor(t)
    const before = Object(await accountOf(understudy))
    const token = await memberToken(understudy)
    await isDone(t, control(understudy, PATCH_ADELE, { body: { accountEnabled: false } }))
    t.same(await accountOf(understudy), { ...before, accountEnabled: false })
    t.equal(await statusOf(understudy, token), 401)
    t.match((await signIn(understudy, PASSWORD)).json, { error_codes: [50057] })
    await isDone(t, control(understudy, PATCH_ADELE, { body: { accountEnabled: true } }))
    t.same(await accountOf(understudy), before)
    t.equal(await statusOf(understudy, token), 200)
    t.equal((await signIn(understudy, PASSWORD)).status, 200)
  })

  t.test('changes both at once', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    clock.advance(60)
    const body = { accountEnabled: false, password: NEW_PASSWORD }
    await isDone(t, control(understudy, PATCH_ADELE, { body }))
    t.match(await accountOf(understudy), {
      accountEnabled: false,
      lastPasswordChangeDateTime: LATER,
    })
  })

  t.test('finds the user by id, by name in any case, or by the part before its @', async t => {
    for (const name of [ids.adele, upn('adele'), upn('ADELE'), 'Adele']) {
      const understudy = await understudyFor(t)
      const body = { accountEnabled: false }
      await isDone(t, control(understudy, `PATCH ${USERS}/${name}`, { body }))
      t.match(await accountOf(understudy), { accountEnabled: false }, name)
    }
  })

  t.test('changes no other user', async t => {
    const understudy = await understudyFor(t)
    const before = await accountOf(understudy, ids.alex)
    await control(understudy, PATCH_ADELE, {
      body: { accountEnabled: false, password: NEW_PASSWORD },
    })
    t.same(await accountOf(understudy, ids.alex), before)
  })

  t.test('looks for the user in the tenant that is named, and in no other', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const line = `PATCH ${USERS}/tony` as const
    const body = { accountEnabled: false }
    isProblem(t, await control(understudy, line, { body }), 404)
    await isDone(t, control(understudy, `${line}?tenant=${TAILSPIN}`, { body }))
  })
})

t.test('control.users.remove', async t => {
  t.test('takes the user away, and refuses its tokens and its password', async t => {
    const understudy = await understudyFor(t)
    const app = await tokenFor(understudy, daemon)
    const token = await memberToken(understudy)
    const { refresh_token } = Object((await signIn(understudy, PASSWORD)).json)
    await isDone(t, control(understudy, `DELETE ${USERS}/adele`))
    t.equal(await statusOf(understudy, app, `GET /v1.0/users/${ids.adele}`), 404)
    t.equal(await statusOf(understudy, token), 401)
    t.match((await signIn(understudy, PASSWORD)).json, { error_codes: [50034] })
    const refreshed = await grant(understudy, { grant_type: 'refresh_token', refresh_token })
    t.match(refreshed.json, { error: 'invalid_grant' })
  })

  t.test('takes away nobody else, and the same user once', async t => {
    const understudy = await understudyFor(t)
    const count = async () => {
      const { json } = await control(understudy, 'GET /_understudy/tenants')
      return Object(json).tenants[0].users.length
    }
    const before = await count()
    await isDone(t, control(understudy, `DELETE ${USERS}/${upn('ADELE')}`))
    isProblem(t, await control(understudy, `DELETE ${USERS}/adele`), 404)
    t.equal(await count(), before - 1)
  })

  t.test('is taken back by a reset', async t => {
    const understudy = await understudyFor(t)
    const before = await accountOf(understudy)
    await control(understudy, `DELETE ${USERS}/adele`)
    await control(understudy, 'POST /_understudy/reset')
    t.match(await accountOf(understudy), {
      ...Object(before),
      signInSessionsValidFromDateTime: /./,
    })
    t.equal((await signIn(understudy, PASSWORD)).status, 200)
  })
})
