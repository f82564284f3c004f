// An app whose server redirects to sign-in: no routing reaches that, resolver rules do.
import { once } from 'node:events'
import type { Test } from 'tap'
import t from 'tap'
import { launchOptions, route } from '../../src/playwright.ts'
import { listeningFor } from '../support/browser-app.ts'
import { browserFor, inBrowser } from '../support/browser-chromium.ts'
import { serveLocally } from '../support/browser-server.ts'
import { signInAs } from '../support/browser-sign-in.ts'
import { clients, DOMAIN } from '../support/contoso.ts'
import { echo, GRAPH, LOGIN } from '../support/in-process.ts'

/** Sends whoever comes without a code to sign in, by way of another page of its own. */
async function webApp(t: Test): Promise<string> {
  const url = await serveLocally(t, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const target = pathname === '/login' ? authorizeUrl(url) : '/login'
    if (searchParams.has('code')) response.setHeader('content-type', 'text/html')
    else response.writeHead(302, { location: target })
    response.end('<!doctype html><link rel="icon" href="data:,"><h1>Signed in</h1>')
  })
  return url
}

function authorizeUrl(redirectUri: string): string {
  const parameters = {
    client_id: clients.device,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
  }
  return `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize?${new URLSearchParams(parameters)}`
}

t.test('launchOptions', async t => {
  t.test(
    'lead the browser to a double that listens, whoever sends it there',
    inBrowser,
    async t => {
      const { url } = await listeningFor(t)
      const { page } = await browserFor(t, launchOptions(url))
      await page.goto(await webApp(t))
      t.match(page.url(), LOGIN)
      await signInAs(page, 'adele')
      await page.getByRole('heading', { name: 'Signed in' }).waitFor()
      await page.goto(`${GRAPH}/v1.0/me`)
      t.match(await page.innerText('body'), /InvalidAuthenticationToken/)
    },
  )

  t.test('name the usual port, and an address where localhost is none', async t => {
    t.same(launchOptions().args[0], launchOptions('https://127.0.0.1:4280').args[0])
    t.match(launchOptions('http://[::1]:80/').args[0], /MAP graph\.microsoft\.com \[::1\]:80,/)
    t.match(launchOptions('https://double.example').args[0], / double\.example:443,/)
    t.throws(() => launchOptions('4280'), TypeError)
  })
})

t.test('route', async t => {
  t.test(
    'warns where a server redirects to production, which it cannot answer',
    inBrowser,
    async t => {
      const { context, page } = await browserFor(t, {
        args: ['--host-resolver-rules=MAP *.microsoftonline.com 127.0.0.1:1'],
      })
      await route(context, echo)
      const warned = once(process, 'warning')
      await t.rejects(page.goto(await webApp(t)))
      const [warning] = await warned
      t.match(warning, {
        code: 'GRAPH_UNDERSTUDY_REDIRECT',
        message: /login redirected to https:\/\/login\.microsoftonline\.com, .*launchOptions\(\)/,
      })
    },
  )
})
