// The example single-page app, with MSAL as it is, in Chromium: in, about with Graph, and out again.
import t from 'tap'
import { appAndDouble } from '../support/browser-app.ts'
import { browserFor, inBrowser } from '../support/browser-chromium.ts'
import {
  linesOf,
  logLine,
  popupOf,
  press,
  signInAs,
  signInToApp,
  watchTokens,
} from '../support/browser-sign-in.ts'
import { upn } from '../support/contoso.ts'

t.test('A single-page app', inBrowser, async t => {
  t.test('is signed in by a redirect, and reads the profile', async t => {
    const { app } = await appAndDouble(t)
    const { context, page, complaints } = await browserFor(t)
    const tokens = watchTokens(context)
    await page.goto(app.url)
    await press(page, 'Sign in')
    await signInAs(page, 'adele')
    await page.getByRole('heading', { name: 'Adele Vance' }).waitFor()
    t.equal(page.url(), `${app.url}/`)
    await press(page, 'Read my profile')
    await logLine(page, 'GET /me 200')
    const answer = await page.getByLabel('Answer').innerText()
    t.match(JSON.parse(answer), { displayName: 'Adele Vance', userPrincipalName: upn('adele') })
    t.match(await tokens(), [
      { grantType: 'authorization_code', status: 200, claims: /xms_cc.*CP1/ },
    ])
    t.same(complaints, [])
  })

  t.test('is signed in by a popup', async t => {
    const { app } = await appAndDouble(t)
    const { page, complaints } = await browserFor(t)
    await page.goto(app.url)
    const popup = await popupOf(page, 'Sign in with a popup')
    const closed = popup.waitForEvent('close')
    await signInAs(popup, 'alex')
    await closed
    await page.getByRole('heading', { name: 'Alex Wilber' }).waitFor()
    await press(page, 'Read my profile')
    await logLine(page, 'GET /me 200')
    t.same(complaints, [])
  })

  t.test('renews its token by the refresh token, and asks nobody', async t => {
    const { app } = await appAndDouble(t)
    const { context, page } = await browserFor(t)
    const tokens = watchTokens(context)
    await signInToApp(page, app.url, 'adele')
    await press(page, 'Renew my token')
    await logLine(page, 'Renewed')
    await press(page, 'Read my profile')
    await logLine(page, 'GET /me 200')
    t.match(await tokens(), [
      { grantType: 'authorization_code', status: 200 },
      { grantType: 'refresh_token', status: 200 },
    ])
    t.equal(app.requested.filter(path => path === '/redirect').length, 1)
  })

  t.test('is signed in silently, in a hidden frame, where the browser has a session', async t => {
    const { app } = await appAndDouble(t)
    const { context, page, complaints } = await browserFor(t)
    await signInToApp(page, app.url, 'adele')
    const other = await context.newPage()
    await other.goto(app.url)
    await press(other, 'Sign in silently')
    await logLine(other, `Signed in ${upn('adele')}`)
    t.same(complaints, [])
  })

  t.test('is told that a person is needed, where the browser has none', async t => {
    const { app } = await appAndDouble(t)
    const { page } = await browserFor(t)
    await page.goto(app.url)
    await press(page, 'Sign in silently')
    await logLine(page, 'login_required AADSTS50058: A silent sign-in request was sent')
    t.equal((await linesOf(page, 1)).length, 1)
  })

  t.test('is told so, too, where the browser keeps cookies from frames of other sites', async t => {
    const { app } = await appAndDouble(t)
    const { context, page } = await browserFor(t, { thirdPartyCookies: false })
    await signInToApp(page, app.url, 'adele')
    const other = await context.newPage()
    await other.goto(app.url)
    await press(other, 'Sign in silently')
    await logLine(other, 'login_required AADSTS50058')
    // A page of its own is no frame: there the session counts, and nobody is asked anything.
    await press(other, 'Sign in')
    t.same(await linesOf(other, 1), [`Signed in ${upn('adele')}`])
  })

  t.test('is told when the person goes back', async t => {
    const { app } = await appAndDouble(t)
    const { page, complaints } = await browserFor(t)
    await page.goto(app.url)
    await press(page, 'Sign in')
    await press(page, 'Cancel')
    await logLine(page, 'access_denied the user canceled the authentication')
    t.ok(await page.getByRole('heading', { name: 'Welcome' }).isVisible())
    t.same(complaints, [])
  })
})
