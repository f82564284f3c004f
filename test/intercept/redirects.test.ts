// Redirects of a double in process, as fetch takes them.
import t from 'tap'
import { serveLocally } from '../support/browser-server.ts'
import { doubleOf, echo, GRAPH, interceptFor, LOGIN } from '../support/in-process.ts'

/** `?to=` names where to go, `?status=` how; without them it answers with what it was asked. */
const redirecting = doubleOf(request => {
  const { searchParams } = new URL(request.url)
  const location = searchParams.get('to')
  if (location === null) return echo.fetch(request)
  return new Response(null, {
    status: Number(searchParams.get('status') ?? 302),
    headers: { location },
  })
})

const redirectTo = (location: string, status = 302) =>
  `${LOGIN}/authorize?${new URLSearchParams({ to: location, status: `${status}` })}`

const ways = { fetch: undefined, 'a fetch taken before': globalThis.fetch }

for (const [name, earlier] of Object.entries(ways)) {
  t.test(`${name}, redirected by a double in process`, async t => {
    interceptFor(t, redirecting)
    const fetcher = earlier ?? globalThis.fetch

    t.test('follows, within the double', async t => {
      const response = await fetcher(redirectTo(`${GRAPH}/v1.0/me`))
      t.match(response, { status: 200, redirected: true, url: `${GRAPH}/v1.0/me` })
      t.match(await response.json(), { method: 'GET', url: `${GRAPH}/v1.0/me` })
    })

    t.test('follows out of the double, to the app', async t => {
      const app = await serveLocally(t, ({ url }, response) => response.end(`the app at ${url}`))
      const response = await fetcher(redirectTo(`${app}/redirect?code=1`))
      t.equal(await response.text(), 'the app at /redirect?code=1')
    })

    for (const status of [301, 302, 303]) {
      t.test(`asks by GET after a POST that was answered with ${status}`, async t => {
        const url = redirectTo('/done', status)
        const response = await fetcher(url, { method: 'POST', body: new URLSearchParams('a=1') })
        t.match(await response.json(), { method: 'GET', url: `${LOGIN}/done`, body: '' })
      })
    }

    t.test('leaves a redirect alone, or refuses it, when asked to', async t => {
      const init = { method: 'POST', body: 'a=1' } as const
      const response = await fetcher(redirectTo('/done'), { ...init, redirect: 'manual' })
      t.equal(response.status, 302)
      t.equal(response.headers.get('location'), '/done')
      await t.rejects(fetcher(redirectTo('/done'), { ...init, redirect: 'error' }), TypeError)
    })
  })
}
