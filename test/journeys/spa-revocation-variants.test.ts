// The same revocation by other settings of the double and of the browser: the example app finds its way each time.
import t from 'tap'
import { inBrowser } from '../support/browser-chromium.ts'
import { askedToSignInAgain, demand, inUse, revoke } from '../support/browser-revocation.ts'
import { enterPassword, linesOf, logLine, press } from '../support/browser-sign-in.ts'

t.test('A single-page app whose user is revoked', inBrowser, async t => {
  t.test('is told another reason where the browser blocks third-party cookies', async t => {
    const { understudy, page } = await inUse(t, { thirdPartyCookies: false })
    await revoke(understudy)
    await press(page, 'Read my profile')
    await askedToSignInAgain(page)
    t.match((await linesOf(page, 5)).at(-1), /^login_required AADSTS50058: /)
    await press(page, 'Sign in again')
    await enterPassword(page, 'adele')
    await logLine(page, 'GET /me 200')
  })

  t.test('reads the challenge as the service sends it today, among others', async t => {
    const { understudy, page } = await inUse(t, { challenge: '2024' })
    await revoke(understudy)
    await press(page, 'Read my profile')
    await askedToSignInAgain(page)
    t.match((await linesOf(page, 5)).slice(-2), [demand, 'login_required AADSTS50132: '])
  })

  t.test('finds out, too, when it renews a token that is still good', async t => {
    const { understudy, page } = await inUse(t)
    await revoke(understudy)
    await press(page, 'Renew my token')
    await askedToSignInAgain(page)
    t.match((await linesOf(page, 3)).at(-1), 'login_required AADSTS50132: ')
  })

  t.test('ends at the person, too, where the refused refresh names no suberror', async t => {
    const { understudy, page, tokens } = await inUse(t, { suberror: null })
    await revoke(understudy)
    await press(page, 'Read my profile')
    await askedToSignInAgain(page)
    t.match((await linesOf(page, 5)).slice(-2), [demand, 'login_required AADSTS50132: '])
    t.match((await tokens()).at(-1), { grantType: 'refresh_token', errorCodes: [50173] })
  })
})
