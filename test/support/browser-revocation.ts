// The example app in use, and an administrator who revokes.
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import type { Understudy } from '../../src/api.ts'
import { appAndDouble } from './browser-app.ts'
import { browserFor } from './browser-chromium.ts'
import { logLine, press, signInToApp, watchTokens } from './browser-sign-in.ts'
import { upn } from './contoso.ts'
import { control, graph, tokenFor } from './understudy.ts'

/** What the app notes of a challenge. */
export const demand =
  /^Graph demands claims \{"access_token":\{"nbf":\{"essential":true, "value":"\d+"\}\}\}$/

export interface Circumstances {
  /** True when left out. */
  readonly thirdPartyCookies?: boolean
  /** The year of its form; 2021 when left out. */
  readonly challenge?: string
  /** Of the refused refresh; `bad_token` when left out. */
  readonly suberror?: null
}

/** Adele has signed in and read her profile. */
export async function inUse(
  t: Test,
  { thirdPartyCookies = true, ...revocation }: Circumstances = {},
) {
  const { app, understudy } = await appAndDouble(t)
  await control(understudy, 'PATCH /_understudy/settings', { body: { revocation } })
  const { context, page, complaints } = await browserFor(t, { thirdPartyCookies })
  const tokens = watchTokens(context)
  await signInToApp(page, app.url, 'adele')
  await press(page, 'Read my profile')
  await logLine(page, 'GET /me 200')
  return { app, understudy, context, page, complaints, tokens }
}

/** By the same app, in a browser of the administrator's own. */
export async function revokeInAnotherBrowser(t: Test, appUrl: string): Promise<void> {
  const { page } = await browserFor(t)
  await signInToApp(page, appUrl, 'admin')
  await page.getByLabel('End every sign-in of').fill(upn('adele'))
  await press(page, 'Revoke')
  await logLine(page, '/revokeSignInSessions 200')
}

/** By a token that an administrator has. */
export async function revoke(understudy: Understudy): Promise<void> {
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  await graph(understudy, `POST /v1.0/users/${upn('adele')}/revokeSignInSessions`, { token })
}

/** Waits until the app has. */
export function askedToSignInAgain(page: Page): Promise<void> {
  return page.getByRole('alert').getByRole('heading', { name: 'Your sign-in has ended' }).waitFor()
}
