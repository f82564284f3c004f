// Two single-page apps in one browser: signed in once for both, and out of both at once.
import type { Test } from 'tap'
import t from 'tap'
import { builtInFixtures } from '../../src/fixtures/built-in.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { configFor, listeningFor, serveApp } from '../support/browser-app.ts'
import { browserFor, inBrowser } from '../support/browser-chromium.ts'
import { linesOf, logLine, press, signInAs, signInToApp } from '../support/browser-sign-in.ts'
import { clients, fixtureFolder, TENANT_ID, upn } from '../support/contoso.ts'

const SECOND = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4baa'

/** The example twice, each a client of its own that wants to be told when a session ends. */
async function twoApps(t: Test) {
  const first = await serveApp(t, () => configFor(double))
  const second = await serveApp(t, () => configFor(double, SECOND))
  const fixtures = fixtureFolder(t, ...tenantWith([first.url, second.url]))
  const double = await listeningFor(t, { fixtures })
  return { first, second, double }
}

/** The built-in tenant, with a copy of its single-page app. */
function tenantWith(origins: readonly string[]): FixtureDocument[] {
  return builtInFixtures().map(document => {
    const { applications = [] } = document
    const spa = applications.filter(({ appId }) => appId === clients.spa)
    const [one = {}, other = {}] = origins.map(origin => ({ logoutUrl: `${origin}/signed-out` }))
    return {
      ...document,
      applications: [
        ...applications.filter(({ appId }) => appId !== clients.spa),
        ...spa.map(app => ({ ...app, ...one })),
        ...spa.map(({ id, servicePrincipalId, ...app }) => ({
          ...app,
          ...other,
          appId: SECOND,
          displayName: 'Second app',
        })),
      ],
    }
  })
}

t.test('Two single-page apps in one browser', inBrowser, async t => {
  t.test('need one sign-in between them', async t => {
    const { first, second } = await twoApps(t)
    const { context, page, complaints } = await browserFor(t)
    await signInToApp(page, first.url, 'adele')
    const other = await context.newPage()
    await other.goto(second.url)
    await press(other, 'Sign in')
    await logLine(other, `Signed in ${upn('adele')}`)
    await press(other, 'Read my profile')
    await logLine(other, 'GET /me 200')
    t.same(complaints, [])
  })

  t.test(
    'are both told, and lose the session but not their tokens, when one signs out',
    async t => {
      const { first, second, double } = await twoApps(t)
      const { context, page, complaints } = await browserFor(t)
      await signInToApp(page, first.url, 'adele')
      const other = await context.newPage()
      await other.goto(second.url)
      await press(other, 'Sign in')
      await logLine(other, 'Signed in')

      await press(page, 'Sign out')
      await page.getByRole('heading', { name: 'Welcome' }).waitFor()
      t.equal(page.url(), `${first.url}/`)
      const [toFirst, toSecond] = [first, second].map(({ requested }) =>
        requested.filter(path => path.startsWith('/signed-out')),
      )
      t.equal(toSecond?.length, 1)
      const told = new URL(toSecond?.[0] ?? '', second.url).searchParams
      t.equal(told.get('iss'), `${double.url}/${TENANT_ID}/v2.0`)
      t.match(told.get('sid'), /^[0-9a-f-]{36}$/)
      t.same(toFirst, toSecond)

      await press(other, 'Renew my token')
      await logLine(other, 'Renewed')
      await press(page, 'Sign in silently')
      t.match(await linesOf(page, 1), ['login_required AADSTS50058'])
      await press(page, 'Sign in')
      await signInAs(page, 'alex')
      await page.getByRole('heading', { name: 'Alex Wilber' }).waitFor()
      t.same(complaints, [])
    },
  )
})
