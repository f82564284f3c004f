// control.events.*
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { isProblem } from '../support/problem.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

interface Event {
  readonly id: string
  readonly status: number
}

/** Reads one event after the other; undefined when the stream ends. */
async function follow(
  understudy: Understudy,
  query = '',
  { origin = 'http://localhost:4280', ...init }: RequestInit & { readonly origin?: string } = {},
) {
  const response = await understudy.fetch(`${origin}/_understudy/events${query}`, init)
  return { response, ...eventsOf(response) }
}

function eventsOf({ body }: Response) {
  if (body === null) throw new Error('There is no stream.')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Event | undefined> => {
    while (true) {
      const [block = '', ...rest] = text.split('\n\n')
      if (rest.length > 0) {
        text = rest.join('\n\n')
        const [, id = '', json = ''] =
          /^id: (\d+)\nevent: request\ndata: (\{.*\})$/.exec(block) ?? []
        if (id !== '') return { id, status: JSON.parse(json).status }
      } else {
        const { value, done } = await reader.read()
        if (done) return undefined
        text += value
      }
    }
  }
  return { next, cancel: () => reader.cancel() }
}

async function started(t: Test) {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
  const ask = (path = '/v1.0/me') => graph(understudy, `GET ${path}` as 'GET /', { token })
  return { understudy, ask }
}

t.test('control.events.stream', async t => {
  t.test('tells of each request as it comes, from now on', async t => {
    const { understudy, ask } = await started(t)
    await ask()
    const { response, next } = await follow(understudy)
    t.equal(response.status, 200)
    t.equal(response.headers.get('content-type'), 'text/event-stream')
    t.equal(response.headers.get('cache-control'), 'no-store')
    for (const [path, id, status] of [
      ['/v1.0/me', '2', 200],
      ['/v1.0/users', '3', 403],
    ] as const) {
      const event = next()
      await ask(path)
      t.same(await event, { id, status })
    }
  })

  t.test('loses nothing that comes before it is read', async t => {
    const { understudy, ask } = await started(t)
    const { next } = await follow(understudy)
    for (let number = 0; number < 50; number++) await ask()
    for (let number = 1; number <= 50; number++) t.equal((await next())?.id, String(number))
  })

  t.test('goes on after Last-Event-ID', async t => {
    const { understudy, ask } = await started(t)
    for (let number = 0; number < 4; number++) await ask()
    const { next } = await follow(understudy, '', { headers: { 'last-event-id': '2' } })
    t.same([(await next())?.id, (await next())?.id], ['3', '4'])
  })

  t.test('starts from now after an id that is still to come', async t => {
    const { understudy, ask } = await started(t)
    const { next } = await follow(understudy, '', { headers: { 'last-event-id': '900' } })
    await ask()
    t.equal((await next())?.id, '1')
  })

  t.test('tells of those only that are asked for', async t => {
    const { understudy, ask } = await started(t)
    const { next } = await follow(understudy, '?status=403&user=adele&surface=graph')
    await ask()
    await ask('/v1.0/users')
    t.same(await next(), { id: '2', status: 403 })
  })

  t.test('ends at once where it is to last no time', async t => {
    const { understudy, ask } = await started(t)
    await ask()
    const { next } = await follow(understudy, '?waitSeconds=0', {
      headers: { 'last-event-id': '0' },
    })
    t.same([await next(), await next()], [{ id: '1', status: 200 }, undefined])
  })

  t.test('ends with the tenant', async t => {
    const { understudy } = await started(t)
    const { json } = await control(understudy, 'POST /_understudy/tenants')
    const { next } = await follow(understudy, `?tenant=${Object(json).id}`)
    await control(understudy, `DELETE /_understudy/tenants/${Object(json).id}`)
    t.equal(await next(), undefined)
  })

  t.test('ends with the server', async t => {
    const { understudy } = await started(t)
    const { next } = await follow(understudy)
    await understudy.close()
    t.equal(await next(), undefined)
  })

  t.test('goes through a port', async t => {
    const { understudy, ask } = await started(t)
    const origin = await understudy.listen({ port: 0, https: false })
    const response = await fetch(`${origin}/_understudy/events`)
    const { next, cancel } = eventsOf(response)
    await ask()
    t.same(await next(), { id: '1', status: 200 })
    await cancel()
    const second = eventsOf(await fetch(`${origin}/_understudy/events`))
    await understudy.close()
    await second.next().then(
      event => t.equal(event, undefined),
      error => t.match(error, TypeError),
    )
  })

  t.test('leaves nothing behind when its reader goes', async t => {
    const { understudy, ask } = await started(t)
    const left = new AbortController()
    const one = await follow(understudy)
    const two = await follow(understudy, '', { signal: left.signal })
    await one.cancel()
    const reading = two.next()
    left.abort()
    await t.rejects(reading, { name: 'AbortError' })
    await ask()
    t.equal((await control(understudy, 'GET /_understudy/requests')).status, 200)
  })

  t.test('refuses a name that means nothing, with the nearest', async t => {
    const { understudy } = await started(t)
    for (const [query, nearest] of [
      ['operationId=graph.me.gett', 'graph.me.get'],
      ['user=adelle', 'adele@contoso.onmicrosoft.com'],
      ['client=Web%20ap', 'Web app'],
      ['tenant=contosso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ]) {
      const reply = await control(understudy, `GET /_understudy/events?${query}`)
      isProblem(t, reply, 404, { detail: new RegExp(`Did you mean '${nearest}'`) })
    }
  })
})
