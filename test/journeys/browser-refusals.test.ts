// The sign-in pages in Chromium where something is not as it should be: what a person reads, and what still works.
import type { Page } from 'playwright-core'
import t from 'tap'
import { inBrowser } from '../support/browser-chromium.ts'
import { backAtClient, stageFor } from '../support/browser-client.ts'
import { passwordOf, press, signInAs, typeInto } from '../support/browser-sign-in.ts'
import { clients, upn } from '../support/contoso.ts'
import { graph, tokenFor } from '../support/understudy.ts'

const PHONE = { width: 320, height: 568 }

/** What is said beside the field, once that is the page where it is wrong; the field names it as its description. */
async function errorOf(page: Page, field: string): Promise<string> {
  const id = await page.locator(`${field}[aria-invalid=true]`).getAttribute('aria-describedby')
  return page.locator(`#${id}[role=alert]`).innerText()
}

t.test('The sign-in pages', inBrowser, async t => {
  const { client, complaints, double, visit, authorizeUrl } = await stageFor(t)

  t.test('say that a password is wrong, and take the right one then', async t => {
    const page = await visit({ login_hint: upn('adele') })
    await page.fill('#i0118', 'not this one')
    await page.click('#idSIButton9')
    t.match(await errorOf(page, '#i0118'), /invalid username or password.* AADSTS50126$/s)
    t.equal(await page.inputValue('#i0118'), '')
    await typeInto(page, '#i0118', passwordOf('adele'))
    await page.keyboard.press('Enter')
    await press(page, 'No')
    await backAtClient(page)
    t.match(client.received(), { code: /./ })
  })

  t.test('say that an account is disabled', async t => {
    const page = await visit({ login_hint: upn('disabled') })
    await page.fill('#i0118', passwordOf('disabled'))
    await page.click('#idSIButton9')
    t.match(await errorOf(page, '#i0118'), /The user account is disabled\. AADSTS50057$/)
  })

  t.test('say that there is no such account, and leave the name to be corrected', async t => {
    const page = await visit()
    await page.fill('#i0116', 'nobody@contoso.onmicrosoft.com')
    await page.click('#idSIButton9')
    t.match(await errorOf(page, '#i0116'), /nobody@contoso\.onmicrosoft\.com.* AADSTS50034$/s)
    t.equal(await page.inputValue('#i0116'), 'nobody@contoso.onmicrosoft.com')
    await page.fill('#i0116', 'alex')
    await page.keyboard.press('Enter')
    await page.getByLabel(`Enter the password for ${upn('alex')}`).waitFor()
  })

  t.test('say since when a sign-in is revoked', async t => {
    const page = await visit()
    await signInAs(page, 'alex')
    await backAtClient(page)
    const token = await tokenFor(double.understudy, {
      user: 'admin',
      scopes: ['User.RevokeSessions.All'],
    })
    await graph(double.understudy, `POST /v1.0/users/${upn('alex')}/revokeSignInSessions`, {
      token,
    })
    await page.goto(authorizeUrl())
    await page
      .getByRole('button', { name: /^Alex Wilber .*Revoked since your last sign-in/ })
      .click()
    await page.fill('#i0118', passwordOf('alex'))
    await page.keyboard.press('Enter')
    await press(page, 'Yes')
    await backAtClient(page)
    t.match(client.received(), { code: /./ })
  })

  t.test('keep what must not be redirected to themselves', async t => {
    const page = await visit({ redirect_uri: 'https://elsewhere.example/' })
    await page.getByText('AADSTS50011').waitFor()
    t.match(page.url(), double.url)
    t.equal(await page.getByRole('button').count(), 0)
    await page.goto(authorizeUrl({ client_id: clients.daemon.replace(/1$/, '9') }))
    await page.getByText('AADSTS700016').waitFor()
  })

  t.test('break no rule of their own policy, and fail at nothing, in all of this', async t => {
    t.same(complaints, [])
  })
})

t.test('The sign-in pages without scripts', inBrowser, async t => {
  const { client, visit } = await stageFor(t, { scripts: false })

  t.test('work all the same', async t => {
    const page = await visit()
    await signInAs(page, 'adele')
    await backAtClient(page)
    t.match(client.received(), { code: /./ })
  })

  t.test('offer a button where a form would have sent itself', async t => {
    const page = await visit({ response_mode: 'form_post' })
    await signInAs(page, 'adele')
    await press(page, 'Continue')
    await backAtClient(page)
    t.match(client.received(), { method: 'POST', code: /./ })
  })
})

t.test('The sign-in pages on a small phone, at night', inBrowser, async t => {
  const { visit, authorizeUrl } = await stageFor(t, { viewport: PHONE, colorScheme: 'dark' })

  t.test('need no scrolling sideways', async t => {
    const page = await visit({ scope: 'openid User.ReadWrite' })
    const widths: unknown[] = []
    const measure = async (name: string | RegExp) => {
      await page.getByRole('heading', { level: 1, name }).waitFor()
      widths.push(await page.evaluate('document.documentElement.scrollWidth'))
    }
    await measure('Pick an account')
    await page.locator(`[data-test-id="${upn('adele')}"]`).click()
    await measure('Enter password')
    await page.fill('#i0118', passwordOf('adele'))
    await page.click('#idSIButton9')
    await measure('Stay signed in?')
    await page.click('#idSIButton9')
    await measure('Permissions requested')
    await page.goto(authorizeUrl({ redirect_uri: `https://${'elsewhere'.repeat(20)}.example/` }))
    await measure(/having trouble signing you in/)
    t.same(widths, Array(5).fill(PHONE.width))
  })
})
