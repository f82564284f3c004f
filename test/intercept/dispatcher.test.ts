// What undici's clients hand to its global dispatcher, and how they are told of answers: by the older kind of handler and by the newer.
import t from 'tap'
import type { DispatchHandler } from '../../src/in-process/dispatch-handlers.ts'
import type { DispatchOptions } from '../../src/in-process/dispatcher.ts'
import {
  connectionReset,
  doubleOf,
  echo,
  GRAPH,
  interceptFor,
  silent,
} from '../support/in-process.ts'

interface Dispatcher {
  dispatch(options: DispatchOptions, handler: DispatchHandler): boolean
  close: unknown
}

/** Undici is part of Node: its dispatcher is there once something of it has been used. */
const globalDispatcher = (): Dispatcher => {
  new Headers()
  return Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
}

const ME = { origin: GRAPH, path: '/v1.0/me', method: 'GET' }

type Told = readonly (string | number | object)[]

/** What a client that uses one kind of handler is told; it holds the flow back for a moment with every part, and then wants more. */
const tell: Readonly<Record<string, (options: DispatchOptions) => Promise<Told>>> = {
  older: options =>
    new Promise(resolve => {
      const told: (string | number | object)[] = []
      let resume = () => {}
      const wait = () => {
        setImmediate(() => {
          told.push('more')
          resume()
        })
        return false
      }
      globalDispatcher().dispatch(options, {
        onConnect: () => told.push('connected'),
        onHeaders(status, headers, resumeFlow) {
          resume = resumeFlow
          const pairs = headers.map(String)
          told.push(
            status,
            pairs.filter((_, index) => pairs[index - 1] === 'set-cookie'),
          )
          return wait()
        },
        onData(chunk) {
          told.push(String(chunk))
          return wait()
        },
        onComplete: () => resolve([...told, 'end']),
        onError: error => resolve([...told, Object(error)]),
      })
    }),
  newer: options =>
    new Promise(resolve => {
      const told: (string | number | object)[] = []
      const wait = ({ pause, resume }: { pause: () => void; resume: () => void }) => {
        pause()
        setImmediate(() => {
          told.push('more')
          resume()
        })
      }
      globalDispatcher().dispatch(options, {
        onRequestStart: () => told.push('connected'),
        onResponseStart(controller, status, headers) {
          told.push(status, [headers['set-cookie'] ?? []].flat())
          wait(controller)
        },
        onResponseData(controller, chunk) {
          told.push(String(chunk))
          wait(controller)
        },
        onResponseEnd: () => resolve([...told, 'end']),
        onResponseError: (_, error) => resolve([...told, Object(error)]),
      })
    }),
}

for (const [kind, told] of Object.entries(tell)) {
  t.test(`A client of undici, with the ${kind} kind of handler`, async t => {
    t.test('is told of an answer part by part, as it wants more', async t => {
      const headers = new Headers([
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ])
      const body = () => ReadableStream.from([Buffer.from('one'), Buffer.from('two')])
      interceptFor(
        t,
        doubleOf(() => new Response(body(), { headers })),
      )
      t.same(await told(ME), [
        'connected',
        200,
        ['a=1', 'b=2'],
        'more',
        'one',
        'more',
        'two',
        'more',
        'end',
      ])
    })

    t.test('is told of a failure', async t => {
      interceptFor(
        t,
        doubleOf(() => {
          throw connectionReset()
        }),
        { offline: true },
      )
      t.match(await told(ME), ['connected', { code: 'ECONNRESET' }])
      const elsewhere = { ...ME, origin: 'https://service.example' }
      t.match(await told(elsewhere), ['connected', { code: 'ECONNREFUSED' }])
    })
  })
}

t.test("undici's global dispatcher, intercepted", async t => {
  t.test('takes headers in every form, and bodies', async t => {
    interceptFor(t, echo)
    const forms = {
      'names and values by turns': ['x-one', '1', 'x-two', Buffer.from('2')],
      pairs: new Map([
        ['x-one', '1'],
        ['x-two', '2'],
      ]),
      'an object': { 'x-one': '1', 'x-two': ['2'], 'x-none': undefined },
    }
    for (const [form, headers] of Object.entries(forms)) {
      for (const body of ['a=1', Buffer.from('a=1'), [Buffer.from('a='), Buffer.from('1')]]) {
        const sent = Array.isArray(body) ? ReadableStream.from(body) : body
        const [, , , , text] =
          (await tell.older?.({ ...ME, method: 'POST', headers, body: sent })) ?? []
        t.match(
          JSON.parse(String(text)),
          { method: 'POST', body: 'a=1', headers: { 'x-one': '1', 'x-two': '2' } },
          form,
        )
      }
    }
    const unreadable = await tell.older?.({ ...ME, method: 'POST', body: Symbol('body') })
    t.match(unreadable, ['connected', { message: /cannot read a request body of this kind/ }])
  })

  t.test('stops when the client aborts', async t => {
    interceptFor(t, silent)
    const reason = new Error('given up')
    const error = await new Promise(resolve => {
      globalDispatcher().dispatch(ME, {
        onConnect: abort => setImmediate(abort, reason),
        onError: resolve,
      })
    })
    t.equal(error, reason)
  })

  t.test('keeps what a dispatcher has besides', async t => {
    interceptFor(t, echo)
    t.type(globalDispatcher().close, 'function')
  })

  t.test('stays as it is when another has been set since', async t => {
    const place = Symbol.for('undici.globalDispatcher.1')
    const original = globalDispatcher()
    t.teardown(() => Reflect.set(globalThis, place, original))
    const stop = interceptFor(t, echo)
    const other = { dispatch: () => true }
    Reflect.set(globalThis, place, other)
    stop()
    t.equal(globalDispatcher(), other)
  })
})
