import { test as base, expect } from '@playwright/test'
import { createUnderstudy } from 'graph-understudy'
import { executablePath } from './chromium.js'
import { enterPassword, enterUsername } from './sign-in-pages.js'

/** Has a double for each test, behind the addresses that the app has in production. */
const test = base.extend({
  understudy: async ({ context }, use) => {
    const understudy = await createUnderstudy()
    await understudy.route(context)
    await use(understudy)
    await understudy.close()
  },
})
test.skip(executablePath === undefined, 'There is no Chromium.')

test('a revoked user signs in again and goes on', async ({ page, understudy }) => {
  const status = page.getByRole('status')
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await enterUsername(page, 'adele@contoso.onmicrosoft.com')
  await enterPassword(page, 'adele-Passw0rd!')
  await expect(status).toHaveText('Adele Vance, Retail Manager')

  await understudy.revoke('adele')

  await page.getByRole('button', { name: 'Read my profile' }).click()
  await expect(status).toHaveText('Your sign-in has ended.')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await enterPassword(page, 'adele-Passw0rd!')
  await expect(status).toHaveText('Adele Vance, Retail Manager')
})
