// The example single-page app with its addresses of production, in a browser whose context is routed to a double without a port.

import type { Test } from 'tap'
import t from 'tap'
import { serveApp } from '../support/browser-app.ts'
import { browserFor, inBrowser } from '../support/browser-chromium.ts'
import { askedToSignInAgain, demand, revoke } from '../support/browser-revocation.ts'
import {
  enterPassword,
  linesOf,
  logLine,
  popupOf,
  press,
  signInAs,
  signInToApp,
} from '../support/browser-sign-in.ts'
import { clients, DOMAIN, upn } from '../support/contoso.ts'
import { GRAPH, LOGIN } from '../support/in-process.ts'
import { understudyFor } from '../support/understudy.ts'

async function stageFor(t: Test) {
  const understudy = await understudyFor(t)
  const config = { clientId: clients.spa, authority: `${LOGIN}/${DOMAIN}`, graph: GRAPH }
  const app = await serveApp(t, () => config)
  const browser = await browserFor(t)
  await understudy.route(browser.context)
  return { ...browser, understudy, app }
}

t.test('A single-page app at the addresses of production', inBrowser, async t => {
  t.test('is signed in by a redirect, revoked, challenged, and signed in again', async t => {
    const { app, page, complaints, understudy } = await stageFor(t)
    await signInToApp(page, app.url, 'adele')
    await press(page, 'Read my profile')
    await logLine(page, 'GET /me 200')
    await revoke(understudy)
    await press(page, 'Read my profile')
    await askedToSignInAgain(page)
    t.match(await linesOf(page, 5), [
      `Signed in ${upn('adele')}`,
      'GET /me 200',
      'GET /me 401',
      demand,
      'login_required AADSTS50132: ',
    ])
    const popup = await popupOf(page, 'With a popup')
    await enterPassword(popup, 'adele')
    t.same((await linesOf(page, 8)).slice(5), [
      `Signed in ${upn('adele')}`,
      'Going on with GET /me',
      'GET /me 200',
    ])
    t.same(complaints, [])
  })

  t.test('is signed in by a popup, and then silently in another tab', async t => {
    const { app, context, page, complaints } = await stageFor(t)
    await page.goto(app.url)
    const popup = await popupOf(page, 'Sign in with a popup')
    await signInAs(popup, 'alex')
    await page.getByRole('heading', { name: 'Alex Wilber' }).waitFor()
    await press(page, 'Renew my token')
    await logLine(page, 'Renewed')
    const other = await context.newPage()
    await other.goto(app.url)
    await press(other, 'Sign in silently')
    await logLine(other, `Signed in ${upn('alex')}`)
    t.same(complaints, [])
  })
})
