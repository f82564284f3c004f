// What `import … from 'graph-understudy/playwright'` gives: the double behind the production addresses, for the pages of a browser.
// It needs no package at run time: what it is given is a context or a page of playwright, playwright-core or @playwright/test.
import { PRODUCTION_HOSTS } from './hosts.ts'
import type { Answering } from './in-process/answers.ts'
import { errorCode } from './in-process/network-error.ts'

const PRODUCTION = new RegExp(`^https://(${PRODUCTION_HOSTS.join('|').replaceAll('.', '\\.')})/`)

/** What is used of a request of Playwright. */
interface BrowserRequest {
  url(): string
  method(): string
  allHeaders(): Promise<Record<string, string>>
  postDataBuffer(): Buffer | null
  redirectedFrom(): BrowserRequest | null
}

/** What is used of a route of Playwright. */
interface BrowserRoute {
  request(): BrowserRequest
  abort(errorCode?: string): Promise<void>
  fulfill(response: {
    status: number
    headers: Record<string, string>
    body: Buffer
  }): Promise<void>
}

/** A `BrowserContext` or a `Page` of Playwright. */
export interface Routable {
  route(url: RegExp, handler: (route: BrowserRoute) => Promise<void>): Promise<unknown>
  on(event: 'request', listener: (request: BrowserRequest) => void): unknown
}

/**
 * Has the double answer `https://graph.microsoft.com` and `https://login.microsoftonline.com` for all pages of a context, or for one page:
 * navigations, frames, popups and calls, with cookies and redirects. It is not asked where another host redirects to one of these, as
 * a web app's server does: that goes to the network, with a warning. `launchOptions` is for such apps.
 */
export async function route(context: Routable, understudy: Answering): Promise<void> {
  context.on('request', warnOfRedirect)
  await context.route(PRODUCTION, one => reply(one, understudy))
}

/** What to launch Chromium with. */
export interface LaunchOptions {
  readonly args: string[]
}

/**
 * Has Chromium find a double that listens, with https, behind the production addresses, whatever leads there:
 * `chromium.launch(launchOptions())`, or `use: { launchOptions: launchOptions() }` in the configuration of Playwright Test.
 * No certificate is checked in that browser.
 * @param address of the double, `http://localhost:4280` when left out
 * @throws TypeError when the address is no URL
 */
export function launchOptions(address = 'http://localhost:4280'): LaunchOptions {
  const { protocol, hostname, port } = new URL(address)
  const host = hostname === 'localhost' ? '127.0.0.1' : hostname
  const target = `${host}:${port || (protocol === 'https:' ? 443 : 80)}`
  const rules = PRODUCTION_HOSTS.map(host => `MAP ${host} ${target}`)
  return { args: [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'] }
}

function warnOfRedirect(request: BrowserRequest): void {
  const from = request.redirectedFrom()
  if (from === null || !PRODUCTION.test(request.url())) return
  process.emitWarning(
    `${from.url()} redirected to ${new URL(request.url()).origin}, and Playwright routes no redirects: this request went to the network. ` +
      'Launch Chromium with launchOptions() of graph-understudy/playwright instead.',
    { code: 'GRAPH_UNDERSTUDY_REDIRECT' },
  )
}

async function reply(route: BrowserRoute, understudy: Answering): Promise<void> {
  try {
    const request = await toRequest(route.request())
    const response = await understudy.fetch(request)
    const body = Buffer.from(await response.arrayBuffer())
    await route.fulfill({ status: response.status, headers: headersOf(request, response), body })
  } catch (error) {
    // The page may be gone, and its request with it.
    await route.abort(abortCode(error)).catch(() => {})
  }
}

async function toRequest(request: BrowserRequest): Promise<Request> {
  const headers = Object.entries(await request.allHeaders()).filter(([name]) => !/^:/.test(name))
  const body = request.postDataBuffer()
  return new Request(request.url(), {
    method: request.method(),
    headers: new Headers(headers),
    ...(body !== null && { body }),
  })
}

/** By name; several cookies stand on lines of their own, as Playwright wants them. */
function headersOf(request: Request, response: Response): Record<string, string> {
  const cookies = response.headers.getSetCookie()
  return {
    // Playwright lets every page read an answer that says nothing about it; one that names another origin is left to the browser.
    'access-control-allow-origin': new URL(request.url).origin,
    ...Object.fromEntries(response.headers),
    ...(cookies.length > 0 && { 'set-cookie': cookies.join('\n') }),
  }
}

const ABORT_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connectionrefused',
  ECONNRESET: 'connectionreset',
  ETIMEDOUT: 'timedout',
}

function abortCode(error: unknown): string {
  return ABORT_CODES[errorCode(error) ?? ''] ?? 'failed'
}
