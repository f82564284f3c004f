// Production addresses answered in process: each way in, and what passes through it unharmed.
import * as everythingOfHttps from 'node:https'
import https, { get } from 'node:https'
import { text } from 'node:stream/consumers'
import t from 'tap'
import {
  brokenBody,
  connectionReset,
  doubleOf,
  echo,
  GRAPH,
  getByHttps,
  interceptFor,
  LOGIN,
} from '../support/in-process.ts'

/** As a library has it that was loaded before. */
const earlierFetch = globalThis.fetch

const bodyOf = (request: (callback: (response: NodeJS.ReadableStream) => void) => unknown) =>
  new Promise<string>((resolve, reject) => {
    request(response => text(response).then(resolve, reject))
  })

t.test('intercept', async t => {
  t.test('answers for Graph and for sign-in, by every way in', async t => {
    interceptFor(t, echo, { offline: true })
    for (const url of [`${GRAPH}/v1.0/me?$select=id`, `${LOGIN}/common/oauth2/v2.0/authorize`]) {
      const ways = {
        fetch: async () => (await fetch(url)).text(),
        'a fetch taken before': async () => (await earlierFetch(url)).text(),
        'https.get': () => bodyOf(done => https.get(url, done)),
        'https.request': () => bodyOf(done => https.request(url, done).end()),
        'get by name': () => bodyOf(done => get(url, done)),
        '* as https': () => bodyOf(done => everythingOfHttps.get(new URL(url), done)),
      }
      for (const [name, way] of Object.entries(ways))
        t.match(JSON.parse(await way()), { method: 'GET', url, body: '' }, name)
    }
  })

  t.test('passes on bodies and headers, in one piece or in several', async t => {
    interceptFor(t, echo)
    const url = `${LOGIN}/common/oauth2/v2.0/token`
    const expected = { method: 'POST', url, headers: { 'x-note': 'a b' }, body: 'one=1&two=2' }
    const init = { method: 'POST', headers: { 'x-note': 'a b' } }
    const pieces = () => ReadableStream.from(['one=1', '&two=2'].map(part => Buffer.from(part)))
    for (const fetcher of [fetch, earlierFetch]) {
      const whole = await fetcher(url, { ...init, body: 'one=1&two=2' })
      t.match(await whole.json(), expected)
      const streamed = await fetcher(url, { ...init, body: pieces(), duplex: 'half' })
      t.match(await streamed.json(), expected)
    }
    const { body } = await getByHttps(url, init, request => {
      request.write('one=1')
      setImmediate(() => request.end('&two=2'))
    })
    t.match(JSON.parse(body), expected)
  })

  t.test('gives answers without a body, and several cookies', async t => {
    const headers = new Headers({ 'content-length': '417' })
    for (const cookie of ['a=1; Path=/', 'b=2, or 3; Secure']) headers.append('set-cookie', cookie)
    const double = doubleOf(({ method }) =>
      method === 'HEAD'
        ? new Response(null, { headers })
        : new Response(null, { status: 204, headers: { 'x-note': 'empty' } }),
    )
    interceptFor(t, double)
    const cookies = ['a=1; Path=/', 'b=2, or 3; Secure']
    for (const fetcher of [fetch, earlierFetch]) {
      const head = await fetcher(GRAPH, { method: 'HEAD' })
      t.same([head.status, await head.text()], [200, ''])
      t.same(head.headers.getSetCookie(), cookies)
      const removed = await fetcher(GRAPH, { method: 'DELETE' })
      t.same([removed.status, removed.body], [204, null])
    }
    const head = await getByHttps(GRAPH, { method: 'HEAD' })
    t.match(head, { status: 200, headers: { 'set-cookie': cookies }, body: '' })
    const removed = await getByHttps(GRAPH, { method: 'DELETE' })
    t.match(removed, { status: 204, headers: { 'x-note': 'empty' }, body: '' })
  })

  t.test('lets a failed connection be one', async t => {
    const double = doubleOf(({ method }) => {
      if (method === 'GET') throw connectionReset()
      return new Response(brokenBody())
    })
    interceptFor(t, double)
    for (const fetcher of [fetch, earlierFetch]) {
      const failed = { name: 'TypeError', cause: { code: 'ECONNRESET' } }
      await t.rejects(fetcher(GRAPH), failed)
      const broken = await fetcher(GRAPH, { method: 'POST' })
      t.equal(broken.status, 200)
      await t.rejects(broken.text())
    }
    await t.rejects(getByHttps(GRAPH), { code: 'ECONNRESET', message: 'read ECONNRESET' })
    await t.rejects(getByHttps(GRAPH, { method: 'POST' }), { code: 'ECONNRESET' })
  })

  t.test('says why when the double cannot be asked', async t => {
    interceptFor(
      t,
      doubleOf(() => {
        throw new TypeError('The method LOCK is not supported.')
      }),
    )
    await t.rejects(fetch(GRAPH), new TypeError('The method LOCK is not supported.'))
    await t.rejects(getByHttps(GRAPH), { message: 'The method LOCK is not supported.' })
  })
})

t.test('A request that is given up', async t => {
  const never = () => new Promise<Response>(() => {})

  t.test('rejects with the reason, and the double is told', async t => {
    let signal: AbortSignal | undefined
    interceptFor(
      t,
      doubleOf(request => {
        signal = request.signal
        return never()
      }),
    )
    for (const fetcher of [fetch, earlierFetch]) {
      const aborter = new AbortController()
      const reply = fetcher(GRAPH, { signal: aborter.signal })
      setImmediate(() => aborter.abort())
      await t.rejects(reply, { name: 'AbortError' })
      t.ok(signal?.aborted)
      await t.rejects(fetcher(GRAPH, { signal: AbortSignal.abort() }), { name: 'AbortError' })
    }
    const closed = getByHttps(GRAPH, {}, request => {
      request.end()
      setImmediate(() => request.destroy())
    })
    await t.rejects(closed, { code: 'ECONNRESET' })
    t.ok(signal?.aborted)
  })

  t.test('breaks the body that is still to come', async t => {
    const endless = () => new ReadableStream({ start: stream => stream.enqueue(Buffer.from('a')) })
    interceptFor(
      t,
      doubleOf(() => new Response(endless())),
    )
    for (const fetcher of [fetch, earlierFetch]) {
      const aborter = new AbortController()
      const reply = await fetcher(GRAPH, { signal: aborter.signal })
      setImmediate(() => aborter.abort())
      await t.rejects(reply.text(), { name: 'AbortError' })
    }
  })
})
