// What a person does on the sign-in pages and in the example app, and what passes between them and the token endpoint.
import type { BrowserContext, Locator, Page, Response } from 'playwright-core'
import { upn } from './contoso.ts'

/** From the account picker to the end. @param user what stands before the `@` of a built-in user */
export async function signInAs(page: Page, user: string): Promise<void> {
  await page.locator(`[data-test-id="${upn(user)}"]`).click()
  await enterPassword(page, user)
}

/** From the page that asks for the password of an account to the end. */
export async function enterPassword(page: Page, user: string): Promise<void> {
  await page.locator('#i0118').fill(passwordOf(user))
  await page.locator('#idSIButton9').click()
  await page.getByRole('heading', { name: 'Stay signed in?' }).waitFor()
  await page.locator('#idSIButton9').click()
}

/**
 * Types into the field by which a page begins, once it has the focus: a browser gives it only when it first draws the page, and what is
 * typed before that is lost.
 */
export async function typeInto(page: Page, field: string, text: string): Promise<void> {
  await focusOn(page, field)
  await page.keyboard.type(text)
}

/** Waits until an element has the focus by itself. */
export async function focusOn(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor()
}

/** Of a built-in user. */
export function passwordOf(user: string): string {
  return `${user}-Passw0rd!`
}

/** Opens the app and signs in by a redirect. */
export async function signInToApp(page: Page, appUrl: string, user: string): Promise<void> {
  await page.goto(appUrl)
  await press(page, 'Sign in')
  await signInAs(page, user)
  await logLine(page, `Signed in ${upn(user)}`)
}

export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}

/** Presses the button, and gives the page of the popup it opens. */
export async function popupOf(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, name)])
  return popup
}

/** Waits until the app's log has a line with the text. */
export async function logLine(page: Page, text: string): Promise<void> {
  await logOf(page).filter({ hasText: text }).first().waitFor()
}

/** The lines of the app's log, once there are so many. */
export async function linesOf(page: Page, count: number): Promise<readonly string[]> {
  await logOf(page)
    .nth(count - 1)
    .waitFor()
  return logOf(page).allInnerTexts()
}

function logOf(page: Page): Locator {
  return page.getByRole('log').getByRole('listitem')
}

/** What the token endpoint was asked, and what it answered. */
export interface TokenExchange {
  readonly grantType: string | null
  readonly claims: string | null
  readonly status: number
  /** Of a refusal: 50173. */
  readonly errorCodes: unknown
}

/** Watches the token endpoint from now on; the function it gives tells what has been answered until then. */
export function watchTokens(context: BrowserContext): () => Promise<readonly TokenExchange[]> {
  const responses: Response[] = []
  context.on('response', response => {
    const request = response.request()
    if (/\/oauth2\/v2\.0\/token(\?|$)/.test(request.url()) && request.method() === 'POST')
      responses.push(response)
  })
  return () => Promise.all(responses.map(toExchange))
}

async function toExchange(response: Response): Promise<TokenExchange> {
  const form = new URLSearchParams(response.request().postData() ?? '')
  return {
    grantType: form.get('grant_type'),
    claims: form.get('claims'),
    status: response.status(),
    errorCodes: Object(await response.json()).error_codes,
  }
}
