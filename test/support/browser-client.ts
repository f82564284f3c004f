// A client that is nothing but a redirect URI: a page on a port of its own that keeps what browsers bring it.
import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import type { ListeningDouble } from './browser-app.ts'
import { listeningFor } from './browser-app.ts'
import type { TestBrowser } from './browser-chromium.ts'
import { browserFor } from './browser-chromium.ts'
import { serveLocally } from './browser-server.ts'
import { clients, DOMAIN } from './contoso.ts'

export interface RedirectPage {
  /** `http://localhost:PORT`, which public clients may use as it is. */
  readonly url: string
  /** What the browser brought last, by name, and how. */
  readonly received: () => Readonly<Record<string, string>>
}

/** Answers every request with a page headed "Back at the client". */
export async function redirectPage(t: Test): Promise<RedirectPage> {
  let received: Record<string, string> = {}
  const url = await serveLocally(t, async (request, response) => {
    const { method = '', url = '/' } = request
    const parameters = method === 'POST' ? await text(request) : url.split('?')[1]
    if (parameters) received = { method, ...Object.fromEntries(new URLSearchParams(parameters)) }
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><link rel="icon" href="data:,"><h1>Back at the client</h1>')
  })
  return { url, received: () => received }
}

/** A double, a client of it and a browser, to be shared by the tests of a file. */
export interface Stage extends TestBrowser {
  readonly double: ListeningDouble
  readonly client: RedirectPage
  /** The address of an authorization request for a code, with what is given besides. */
  readonly authorizeUrl: (parameters?: Readonly<Record<string, string>>) => string
  /** Opens it in a tab of its own, in a browser that has forgotten every session. */
  readonly visit: (parameters?: Readonly<Record<string, string>>) => Promise<Page>
}

export async function stageFor(
  t: Test,
  options: Parameters<typeof browserFor>[1] = {},
): Promise<Stage> {
  const double = await listeningFor(t)
  const client = await redirectPage(t)
  const browser = await browserFor(t, options)
  const authorizeUrl: Stage['authorizeUrl'] = (parameters = {}) => {
    const url = new URL(`${double.url}/${DOMAIN}/oauth2/v2.0/authorize`)
    url.search = `${new URLSearchParams({
      client_id: clients.device,
      redirect_uri: client.url,
      response_type: 'code',
      scope: 'openid profile User.Read',
      state: 'as it was',
      ...parameters,
    })}`
    return url.href
  }
  const visit: Stage['visit'] = async parameters => {
    await browser.context.clearCookies()
    const page = await browser.context.newPage()
    await page.goto(authorizeUrl(parameters))
    return page
  }
  return { ...browser, double, client, authorizeUrl, visit }
}

/** Waits until the browser is back at the client. */
export async function backAtClient(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Back at the client' }).waitFor()
}
