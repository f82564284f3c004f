// The sign-in pages in Chromium, as a person and as a script that was written for the real ones walks them.
import type { Page } from 'playwright-core'
import t from 'tap'
import { inBrowser } from '../support/browser-chromium.ts'
import { backAtClient, stageFor } from '../support/browser-client.ts'
import { focusOn, passwordOf, press, signInAs, typeInto } from '../support/browser-sign-in.ts'
import { clients, DOMAIN, upn } from '../support/contoso.ts'

const answered = { code: /./, state: 'as it was' }

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

t.test('The sign-in pages', inBrowser, async t => {
  const { client, context, complaints, double, visit, authorizeUrl } = await stageFor(t)

  t.test('need no mouse', async t => {
    const page = await visit()
    await tabTo(page, 'Adele Vance')
    await page.keyboard.press('Enter')
    await heading(page, 'Enter password')
    await typeInto(page, '#i0118', passwordOf('adele'))
    await page.keyboard.press('Enter')
    await heading(page, 'Stay signed in?')
    await focusOn(page, '#idSIButton9')
    await page.keyboard.press('Enter')
    await backAtClient(page)
    t.match(client.received(), { method: 'GET', ...answered })
  })

  t.test('can be gone back on without a mouse', async t => {
    const page = await visit()
    await tabTo(page, 'Alex Wilber')
    await page.keyboard.press('Space')
    await heading(page, 'Enter password')
    await tabTo(page, 'Back')
    await page.keyboard.press('Enter')
    await heading(page, 'Pick an account')
    await tabTo(page, 'Cancel')
    await page.keyboard.press('Enter')
    await backAtClient(page)
    t.match(client.received(), {
      error: 'access_denied',
      error_description: 'the user canceled the authentication',
      state: 'as it was',
    })
  })

  t.test('are walked by scripts that know the real ones by their element ids', async t => {
    const page = await visit()
    await page.fill('#i0116', upn('adele'))
    await page.click('#idSIButton9')
    await page.fill('#i0118', passwordOf('adele'))
    await page.click('#idSIButton9')
    await page.check('#KmsiCheckboxField')
    await page.click('#idSIButton9')
    await backAtClient(page)
    t.match(client.received(), answered)
  })

  t.test('lead by "use another account" to the field for its name', async () => {
    const page = await visit()
    await page.click('#otherTile')
    await typeInto(page, '#i0116', upn('megan'))
    await page.keyboard.press('Enter')
    await heading(page, 'Enter password')
    await page.getByText(upn('megan'), { exact: true }).waitFor()
    await page.click('#idBtn_Back')
    await heading(page, 'Pick an account')
  })

  t.test('take a passkey for granted', async t => {
    const page = await visit({ login_hint: upn('adele') })
    await press(page, 'Use a passkey instead')
    await press(page, 'Yes')
    await backAtClient(page)
    t.match(client.received(), answered)
  })

  t.test('hand the answer to the client in a form, where it asks for that', async t => {
    const page = await visit({ response_mode: 'form_post' })
    await signInAs(page, 'adele')
    await backAtClient(page)
    t.match(client.received(), { method: 'POST', ...answered })
  })

  t.test('keep a session beyond the browser only if told to', async t => {
    const expiryAfter = async (answer: string) => {
      const page = await visit({ login_hint: upn('adele') })
      await page.fill('#i0118', passwordOf('adele'))
      await page.keyboard.press('Enter')
      await press(page, answer)
      await backAtClient(page)
      const cookies = await context.cookies(authorizeUrl())
      return cookies.map(({ name, expires, httpOnly, secure, sameSite }) => {
        t.same({ httpOnly, secure, sameSite }, { httpOnly: true, secure: true, sameSite: 'None' })
        return [name, expires > 0]
      })
    }
    t.same(await expiryAfter('Yes'), [['ESTSAUTHPERSISTENT', true]])
    t.same(await expiryAfter('No'), [['ESTSAUTH', false]])
  })

  t.test('say who is signed in already', async t => {
    const page = await visit()
    await signInAs(page, 'adele')
    await backAtClient(page)
    await page.goto(authorizeUrl({ prompt: 'select_account' }))
    await page.getByRole('button', { name: /^Adele Vance Signed in/ }).waitFor()
    t.equal(await page.getByText('Signed in', { exact: true }).count(), 1)
  })

  t.test('ask for consent, and tell the client what became of it', async t => {
    const page = await visit({ scope: 'openid User.ReadWrite' })
    await signInAs(page, 'adele')
    await heading(page, 'Permissions requested')
    await page.getByText('Read and update your profile').waitFor()
    await press(page, 'Cancel')
    await backAtClient(page)
    t.match(client.received(), { error: 'consent_required', error_description: /^AADSTS65004: / })
    await page.goto(authorizeUrl({ scope: 'openid User.ReadWrite' }))
    await press(page, 'Accept')
    await backAtClient(page)
    t.match(client.received(), answered)
  })

  t.test('let a person approve a device by the code it shows', async t => {
    const asked = await context.request.post(`${double.url}/${DOMAIN}/oauth2/v2.0/devicecode`, {
      form: { client_id: clients.device, scope: 'User.Read' },
    })
    const { user_code, verification_uri } = await asked.json()
    await context.clearCookies()
    const page = await context.newPage()
    await page.goto(verification_uri)
    await typeInto(page, '#otc', 'NOT-A-CODE')
    await page.keyboard.press('Enter')
    await page.getByText('That code did not work.').waitFor()
    await page.getByLabel('Code').fill(user_code)
    await press(page, 'Next')
    await signInAs(page, 'adele')
    await heading(page, 'Are you trying to sign in to Device client?')
    await press(page, 'Continue')
    await heading(page, 'Device client')
    t.match(page.url(), double.url)
  })

  t.test('break no rule of their own policy, and fail at nothing, in all of this', async t => {
    t.same(complaints, [])
  })
})

/** Presses Tab until the element with the name has the focus, at most as often as a page has elements. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name })
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.and(page.locator(':focus')).count()) === 1) return
  }
  throw new Error(`Tab does not lead to ${name}.`)
}
