// Changes of users that the control surface refuses: each says why, and leaves the account as it was.
import type { Test } from 'tap'
import t from 'tap'
import {
  accountOf,
  NEW_PASSWORD,
  PASSWORD,
  PATCH_ADELE,
  signIn,
  USERS,
} from '../support/accounts.ts'
import { DOMAIN } from '../support/contoso.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { control, understudyFor } from '../support/understudy.ts'

t.test('A refused change of a user', async t => {
  const understudy = await understudyFor(t)
  const before = await accountOf(understudy)
  const isUnchanged = async (t: Test) => {
    t.same(await accountOf(understudy), before)
    t.equal((await signIn(understudy, PASSWORD)).status, 200)
  }

  const malformed: readonly (readonly [body: unknown, pointer: string, detail: RegExp])[] = [
    [{}, '', /./],
    [{ accountEnabled: 'false' }, '/accountEnabled', /boolean/],
    [{ accountEnabled: null }, '/accountEnabled', /boolean/],
    [{ password: '' }, '/password', /./],
    [{ password: 7 }, '/password', /string/],
    [{ password: null }, '/password', /string/],
    [
      { password: NEW_PASSWORD, passwordChange: 'admin' },
      '/passwordChange',
      /user, portal, adminCenter/,
    ],
    [{ passwordChange: 'user' }, '/password', /passwordChange/],
    [{ accountEnabled: false, password: '' }, '/password', /./],
    [{ accountEnabled: false, displayName: 'Adele' }, '/displayName', /knows/],
    [
      { password: NEW_PASSWORD, lastPasswordChangeDateTime: '2026-08-13T12:00:00Z' },
      '/lastPasswordChangeDateTime',
      /knows/,
    ],
    [[], '', /object/],
    ['disabled', '', /object/],
    [null, '', /object/],
  ]
  for (const [body, pointer, detail] of malformed) {
    t.test(`names the place and changes nothing: ${JSON.stringify(body)}`, async t => {
      const reply = await control(understudy, PATCH_ADELE, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer, detail }] })
      await isUnchanged(t)
    })
  }

  t.test('is a 400 when there is no body, or one that is not JSON', async t => {
    isProblem(t, await control(understudy, PATCH_ADELE), 400)
    isProblem(t, await sendText(understudy, PATCH_ADELE, '{'), 400, { detail: /JSON/ })
    await isUnchanged(t)
  })

  t.test('is a 400 when somebody is to be removed and there is a body', async t => {
    const reply = await control(understudy, `DELETE ${USERS}/adele`, { body: {} })
    isProblem(t, reply, 400, { errors: [{ in: 'body', pointer: '' }] })
    await isUnchanged(t)
  })

  t.test('is a 404 that names users there are, for one there is not', async t => {
    const body = { accountEnabled: false }
    const detail = /'adela'.*contoso\.onmicrosoft\.com.*mean 'adele@/
    isProblem(t, await control(understudy, `PATCH ${USERS}/adela`, { body }), 404, { detail })
    isProblem(t, await control(understudy, `DELETE ${USERS}/adela`), 404, { detail })
    await isUnchanged(t)
  })

  t.test('is a 404 that names the tenants there are, for one there is not', async t => {
    const query = '?tenant=nowhere.example'
    const detail = /'nowhere\.example'.*contoso\.onmicrosoft\.com/
    const body = { accountEnabled: false }
    isProblem(t, await control(understudy, `${PATCH_ADELE}${query}`, { body }), 404, { detail })
    isProblem(t, await control(understudy, `DELETE ${USERS}/adele${query}`), 404, { detail })
    await isUnchanged(t)
  })

  t.test('names a query parameter that is unknown', async t => {
    const reply = await control(understudy, `DELETE ${USERS}/adele?tenent=${DOMAIN}`)
    isProblem(t, reply, 400, { errors: [{ in: 'query', pointer: 'tenent' }] })
    await isUnchanged(t)
  })
})
