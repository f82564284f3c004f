// The example single-page app while an administrator revokes: what it meets, what MSAL tries, and how it goes on.
import t from 'tap'
import { inBrowser } from '../support/browser-chromium.ts'
import {
  askedToSignInAgain,
  demand,
  inUse,
  revoke,
  revokeInAnotherBrowser,
} from '../support/browser-revocation.ts'
import {
  enterPassword,
  linesOf,
  logLine,
  popupOf,
  press,
  signInAs,
} from '../support/browser-sign-in.ts'
import { upn } from '../support/contoso.ts'

t.test('A single-page app whose user is revoked by an administrator', inBrowser, async t => {
  t.test(
    'is challenged, finds no way without the person, and goes on once she has signed in',
    async t => {
      const { app, page, complaints, tokens } = await inUse(t)
      await revokeInAnotherBrowser(t, app.url)
      await press(page, 'Read my profile')
      await askedToSignInAgain(page)
      t.match(await linesOf(page, 5), [
        `Signed in ${upn('adele')}`,
        'GET /me 200',
        'GET /me 401',
        demand,
        'login_required AADSTS50132: ',
      ])
      const [, refresh, ...others] = await tokens()
      t.match(refresh, { grantType: 'refresh_token', status: 400, errorCodes: [50173] })
      t.match(JSON.parse(refresh?.claims ?? ''), {
        access_token: { nbf: { essential: true, value: /^\d+$/ }, xms_cc: { values: ['CP1'] } },
      })
      t.same(others, [])

      const popup = await popupOf(page, 'With a popup')
      await popup.getByText('Revoked since your last sign-in at').waitFor()
      await enterPassword(popup, 'adele')
      t.same((await linesOf(page, 8)).slice(5), [
        `Signed in ${upn('adele')}`,
        'Going on with GET /me',
        'GET /me 200',
      ])
      t.notOk(await page.getByRole('alert').isVisible())
      t.same(complaints, [])
    },
  )

  t.test('goes on after a redirect with what it was doing before', async t => {
    const { understudy, page, complaints } = await inUse(t)
    await revoke(understudy)
    await press(page, 'Read my profile')
    await askedToSignInAgain(page)
    await press(page, 'Sign in again')
    await enterPassword(page, 'adele')
    t.same(await linesOf(page, 3), [
      `Signed in ${upn('adele')}`,
      'Going on with GET /me',
      'GET /me 200',
    ])
    t.same(complaints, [])
  })

  t.test('goes on by itself where she has signed in again elsewhere in the browser', async t => {
    const { app, understudy, context, page, tokens } = await inUse(t)
    await revoke(understudy)
    const other = await context.newPage()
    await other.goto(app.url)
    await press(other, 'Sign in')
    await signInAs(other, 'adele')
    await logLine(other, 'Signed in')
    await press(page, 'Read my profile')
    t.match(await linesOf(page, 5), [
      'Signed in',
      'GET /me 200',
      'GET /me 401',
      demand,
      'GET /me 200',
    ])
    t.match((await tokens()).map(({ grantType, status }) => `${grantType} ${status}`).sort(), [
      'authorization_code 200',
      'authorization_code 200',
      'authorization_code 200',
      'refresh_token 400',
    ])
  })
})
