// What a person does on the sign-in pages.

export async function enterUsername(page, username) {
  await page.getByRole('textbox').fill(username)
  await page.getByRole('button', { name: 'Next' }).click()
}

/** And goes back to the app. */
export async function enterPassword(page, password) {
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Stay signed in?' }).waitFor()
  await page.getByRole('button', { name: 'No' }).click()
}
