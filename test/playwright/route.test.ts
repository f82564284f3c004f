// Production addresses answered in Chromium by routing: what passes between pages and the double.
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import t from 'tap'
import { route } from '../../src/playwright.ts'
import { browserFor, inBrowser } from '../support/browser-chromium.ts'
import { serveLocally } from '../support/browser-server.ts'
import { brokenBody, connectionReset, doubleOf, GRAPH, LOGIN } from '../support/in-process.ts'

const page = (body: string, headers: ConstructorParameters<typeof Headers>[0] = {}) =>
  new Response(`<!doctype html><link rel="icon" href="data:,">${body}`, {
    headers: new Headers([...new Headers(headers), ['content-type', 'text/html; charset=utf-8']]),
  })

/** By path. */
type Replies = Readonly<Record<string, (request: Request) => Response | Promise<Response>>>

const doubleWith = (replies: Replies) =>
  doubleOf(request => {
    const reply = replies[new URL(request.url).pathname]
    return reply?.(request) ?? new Response('Nothing is there.', { status: 404 })
  })

/** A tab whose context is routed to the double. */
async function tabFor(t: Test, replies: Replies): Promise<Page> {
  const { context, page } = await browserFor(t)
  await route(context, doubleWith(replies))
  return page
}

const cookiesOf = ({ headers }: Request) => headers.get('cookie') ?? 'none'

/** Has the page call, and gives what it gets to see. */
const call = (tab: Page, url: string, init: RequestInit = {}) =>
  tab.evaluate(
    async ([url, init]) => {
      try {
        const response = await fetch(url, init)
        return `${response.status} ${await response.text()}`
      } catch (error) {
        return String(error)
      }
    },
    [url, init] as const,
  )

t.test('route', inBrowser, async t => {
  t.test('answers navigations, with cookies that come back', async t => {
    const tab = await tabFor(t, {
      '/set': () =>
        page('set', [
          ['set-cookie', 'a=1; Path=/'],
          ['set-cookie', 'b=2; Secure'],
        ]),
      '/get': request => page(`<h1>${cookiesOf(request)}</h1>`),
    })
    await tab.goto(`${LOGIN}/set`)
    await tab.goto(`${LOGIN}/get`)
    t.equal(await tab.innerText('h1'), 'a=1; b=2')
    await tab.goto(`${GRAPH}/get`).catch(() => {})
    t.equal(await tab.innerText('h1'), 'none', 'they are of one host')
  })

  t.test('answers forms, popups and frames, and redirects to the app', async t => {
    const app = await serveLocally(t, ({ url = '' }, response) => {
      response.setHeader('content-type', 'text/html')
      const frame = url === '/frames' ? `<iframe src="${LOGIN}/framed"></iframe>` : ''
      response.end(`<!doctype html><link rel="icon" href="data:,"><h1>app at ${url}</h1>${frame}`)
    })
    const location = `${app}/redirect?code=1`
    const tab = await tabFor(t, {
      '/form': () =>
        page(`<form method="post" action="/form/post"><input name="login" value="a&amp;b">
          <button>Send</button></form><a href="/popup" target="_blank">Open</a>`),
      '/form/post': async request => {
        const text = await request.text()
        const headers = { location: `${location}&${text}`, 'set-cookie': 'session=1; Path=/' }
        return new Response(null, { status: 302, headers })
      },
      '/popup': request => page(`<h1>${cookiesOf(request)}</h1>`),
      '/framed': () => new Response(null, { status: 302, headers: { location } }),
    })
    await tab.goto(`${LOGIN}/form`)
    await tab.click('button')
    await tab.waitForURL(`${app}/**`)
    t.equal(await tab.innerText('h1'), 'app at /redirect?code=1&login=a%26b')

    await tab.goto(`${LOGIN}/form`)
    const [popup] = await Promise.all([tab.waitForEvent('popup'), tab.click('a')])
    t.equal(await popup.innerText('h1'), 'session=1')

    await tab.goto(`${app}/frames`)
    t.equal(await tab.frameLocator('iframe').locator('h1').innerText(), 'app at /redirect?code=1')
  })

  t.test("leaves it to the browser whether a page may read another host's answer", async t => {
    const app = await serveLocally(t, (_, response) => response.end('app'))
    const replies = {
      '/open': () => new Response('open', { headers: { 'access-control-allow-origin': '*' } }),
      '/named': () => new Response('named', { headers: { 'access-control-allow-origin': app } }),
      '/closed': () => new Response('closed'),
    }
    const tab = await tabFor(t, replies)
    await tab.goto(app)
    const headers = { authorization: 'Bearer a' }
    t.equal(await call(tab, `${GRAPH}/open`, { method: 'PATCH', headers }), '200 open')
    t.equal(await call(tab, `${LOGIN}/named`, { method: 'POST', body: 'a=1' }), '200 named')
    t.match(await call(tab, `${LOGIN}/closed`, { method: 'POST', body: 'a=1' }), /TypeError/)
  })

  t.test('lets a failed connection be one', async t => {
    const fails = (code: string) => () => {
      throw new TypeError('fetch failed', { cause: { code } })
    }
    const tab = await tabFor(t, {
      '/reset': () => {
        throw connectionReset()
      },
      '/refused': fails('ECONNREFUSED'),
      '/late': fails('ETIMEDOUT'),
      '/odd': fails('EODD'),
      '/broken': () => new Response(brokenBody()),
    })
    const errors = {
      '/reset': 'ERR_CONNECTION_RESET',
      '/refused': 'ERR_CONNECTION_REFUSED',
      '/late': 'ERR_TIMED_OUT',
      '/odd': 'ERR_FAILED',
      '/broken': 'ERR_CONNECTION_RESET',
    }
    for (const [path, error] of Object.entries(errors))
      await t.rejects(tab.goto(`${LOGIN}${path}`), { message: new RegExp(`net::${error} `) }, path)
  })

  t.test('outlives a page that does not wait for its answer', async t => {
    let answer = () => {}
    const asked = new Promise<void>(resolve => {
      answer = resolve
    })
    const tab = await tabFor(t, {
      '/slow': async () => {
        await asked
        return page('too late')
      },
      '/quick': () => page('<h1>here</h1>'),
    })
    const slow = tab.goto(`${LOGIN}/slow`).catch(() => 'interrupted')
    await tab.waitForRequest(`${LOGIN}/slow`)
    await tab.goto(`${LOGIN}/quick`)
    answer()
    t.equal(await slow, 'interrupted')
    t.equal(await tab.innerText('h1'), 'here')
  })

  t.test('answers for one page, when it is given one', async t => {
    const { context, page: tab } = await browserFor(t)
    await route(tab, doubleWith({ '/': () => page('<h1>double</h1>') }))
    await tab.goto(LOGIN)
    t.equal(await tab.innerText('h1'), 'double')
    const other = await context.newPage()
    await other.route('**/*', one => one.abort('blockedbyclient'))
    await t.rejects(other.goto(LOGIN))
  })
})
