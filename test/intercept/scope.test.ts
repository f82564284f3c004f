// What is intercepted and what is not, from when and until when.
import http from 'node:http'
import https from 'node:https'
import { HttpResponse, http as mock } from 'msw'
import { setupServer } from 'msw/node'
import t from 'tap'
import { operationsOf } from '../../src/contract/document.ts'
import { productionHostsOf } from '../../src/contract/routes.ts'
import { PRODUCTION_HOSTS } from '../../src/hosts.ts'
import { intercept } from '../../src/intercept.ts'
import { serveLocally } from '../support/browser-server.ts'
import { contract } from '../support/contract.ts'
import { doubleOf, echo, GRAPH, getByHttps, interceptFor } from '../support/in-process.ts'

const earlierFetch = globalThis.fetch
const dispatcher = Symbol.for('undici.globalDispatcher.1')
const ELSEWHERE = 'https://service.example/a?b=c'

/** What interception replaces. */
const replaced = () => [
  globalThis.fetch,
  globalThis.Headers,
  http.request,
  http.get,
  http.ClientRequest,
  https.request,
  https.get,
  Reflect.get(globalThis, dispatcher),
]

t.test('The production hosts', async t => {
  t.test('are those of the contract', async t => {
    t.same([...productionHostsOf(operationsOf(contract))].sort(), [...PRODUCTION_HOSTS].sort())
  })
})

t.test('intercept', async t => {
  t.test('lets loopback addresses through, offline or not', async t => {
    const local = await serveLocally(t, ({ method }, response) => response.end(`local ${method}`))
    for (const offline of [false, true]) {
      const stop = interceptFor(t, echo, { offline })
      for (const url of [local, local.replace('localhost', '127.0.0.1')]) {
        const fetched = await fetch(url, { method: 'POST', body: 'a' })
        t.equal(await fetched.text(), 'local POST')
        t.equal(await (await earlierFetch(url)).text(), 'local GET')
      }
      await new Promise((resolve, reject) =>
        http.get(local, response => response.resume().on('end', resolve)).on('error', reject),
      )
      stop()
    }
  })

  t.test('refuses other hosts by name when it is to be offline', async t => {
    interceptFor(t, echo, { offline: true })
    const message = /^GET https:\/\/service\.example was refused: .*\{ offline: true \}/
    await t.rejects(fetch(ELSEWHERE), { name: 'TypeError', message })
    await t.rejects(earlierFetch(ELSEWHERE), { name: 'TypeError', cause: { message } })
    await t.rejects(getByHttps(ELSEWHERE), { code: 'ECONNREFUSED', message })
    await t.rejects(
      fetch('http://graph.microsoft.com/v1.0/me'),
      /GET http:\/\/graph\.microsoft\.com /,
    )
    await t.rejects(fetch(`${GRAPH}:8443/`), /GET https:\/\/graph\.microsoft\.com:8443 /)
  })

  t.test('answers for further hosts', async t => {
    interceptFor(t, echo, { offline: true, hosts: ['service.example'] })
    for (const url of [ELSEWHERE, `${GRAPH}/v1.0/me`])
      t.match(await (await fetch(url)).json(), { url })
  })

  t.test('ends with stop, which may be called again', async t => {
    const before = replaced()
    const stop = interceptFor(t, echo)
    for (const [index, now] of replaced().entries()) t.not(now, before[index])
    stop()
    stop()
    for (const [index, now] of replaced().entries()) t.equal(now, before[index])
    intercept(echo)[Symbol.dispose]()
    t.equal(globalThis.fetch, earlierFetch)
  })

  t.test('refuses to begin twice, and begins again after the end', async t => {
    const stop = interceptFor(
      t,
      doubleOf(() => new Response('first')),
    )
    t.throws(() => intercept(echo), /intercepted already\. Call the stop\(\)/)
    t.equal(await (await fetch(GRAPH)).text(), 'first')
    stop()
    const second = interceptFor(
      t,
      doubleOf(() => new Response('second')),
    )
    stop()
    t.equal(await (await fetch(GRAPH)).text(), 'second', 'an old stop ends nothing new')
    second()
  })
})

t.test('intercept beside a server of MSW', async t => {
  const own = () =>
    setupServer(mock.get('https://service.example/a', () => HttpResponse.text('own')))
  const texts = async () => [
    await (await fetch(ELSEWHERE)).text(),
    await (await fetch(GRAPH)).text(),
  ]
  const double = doubleOf(() => new Response('double'))

  t.test('that listens already, shares with it', async t => {
    const server = own()
    server.listen({ onUnhandledRequest: 'bypass' })
    t.teardown(() => server.close())
    const stop = interceptFor(t, double, { offline: true })
    t.same(await texts(), ['own', 'double'])
    stop()
    t.equal(await (await fetch(ELSEWHERE)).text(), 'own')
    server.close()
    t.equal(globalThis.fetch, earlierFetch)
  })

  t.test('that listens later and ends earlier, stays', async t => {
    const server = own()
    const stop = interceptFor(t, double)
    server.listen({ onUnhandledRequest: 'bypass' })
    t.same(await texts(), ['own', 'double'])
    server.close()
    t.equal(await (await fetch(GRAPH)).text(), 'double')
    stop()
    t.equal(globalThis.fetch, earlierFetch)
  })
})
