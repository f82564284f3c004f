// Handlers that are broken on purpose: the double's own check must catch them, and where it is switched off, Prism must.
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { Output } from '../../src/contract/operations.ts'
import { controlHandlers } from '../../src/control/handlers.ts'
import { graphHandlers } from '../../src/graph/handlers.ts'
import { startPrism } from '../support/prism.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

/** Stands in every broken answer, and must not reach a client. */
const MARK = 'not-for-clients'

interface Breakage {
  /** What the handler answers, as JSON: the compiler would not have it otherwise. */
  readonly answer: string
  /** What the double writes in its log. */
  readonly reason: string
  /** What Prism finds. */
  readonly violation: RegExp
}

const context = `"@odata.context":"${MARK}"`

/** By what `$select` asks for. */
const breakages: Readonly<Record<string, Breakage>> = {
  'a value of the wrong type': {
    answer: `{"status":200,"body":{${context},"displayName":7}}`,
    reason: 'graph.me.get answered 200, which breaks the contract: body/displayName must be string',
    violation: /displayName must be string/,
  },
  'a value of the wrong format': {
    answer: `{"status":200,"body":{${context},"id":"one"}}`,
    reason: 'body/id must match format "uuid"',
    violation: /must match format .*uuid/,
  },
  'a member that is not declared': {
    answer: `{"status":200,"body":{${context},"shoeSize":44}}`,
    reason: 'body/shoeSize is not a member the contract knows here',
    violation: /additional propert/,
  },
  'a status that is not declared': {
    answer: `{"status":418,"body":{${context}}}`,
    reason: 'graph.me.get answered 418, which breaks the contract: the status is not declared',
    violation: /Unable to match the returned status code/,
  },
  "another status's body": {
    answer: `{"status":400,"body":{${context}}}`,
    reason: 'body/error is required',
    violation: /required property .*error/,
  },
  'no body': {
    answer: `{"status":200,"headers":{"x-note":"${MARK}"}}`,
    reason: 'the header odata-version is missing',
    violation: /The received media type/,
  },
  'a header of another value': {
    answer: `{"status":200,"headers":{"odata-version":"3.0"},"body":{${context}}}`,
    reason: 'the header odata-version must be "4.0"',
    violation: /odata-version must be equal to constant/,
  },
  'a body of another media type': {
    answer: `{"status":200,"headers":{"content-type":"text/html"},"body":{${context}}}`,
    reason: 'it has a body of a media type that is not declared',
    violation: /The received media type/,
  },
}

const lines = Object.entries(breakages).map(
  ([name, breakage]) => [name, `/v1.0/me?$select=${encodeURIComponent(name)}`, breakage] as const,
)

/** A double of which two operations are broken: `graph.me.get` and `control.health.get`. */
function brokenUnderstudy(
  t: Test,
  checkAnswers: boolean,
  logLevel: 'error' | 'silent',
): Promise<Understudy> {
  return understudyFor(
    t,
    { logLevel },
    {
      checkAnswers,
      graphHandlers: {
        ...graphHandlers,
        'graph.me.get': ({ query }): Output<'graph.me.get'> =>
          JSON.parse(breakages[query.$select ?? '']?.answer ?? ''),
      },
      controlHandlers: {
        ...controlHandlers,
        'control.health.get': (): Output<'control.health.get'> =>
          JSON.parse(`{"status":200,"body":{"status":"${MARK}","version":"0.1.0"}}`),
      },
    },
  )
}

/** What is written to standard error until the test ends. */
function captureLog(t: Test): { readonly text: string } {
  const log = { text: '' }
  const { write } = process.stderr
  process.stderr.write = (chunk: string | Uint8Array) => {
    log.text += chunk.toString()
    return true
  }
  t.teardown(() => {
    process.stderr.write = write
  })
  return log
}

function everything({ headers, text }: Reply): string {
  return JSON.stringify([...headers]) + text
}

t.test("the double's own check", async t => {
  for (const [name, path, { reason }] of lines) {
    t.test(`answers 500 and logs why for ${name}`, async t => {
      const log = captureLog(t)
      const understudy = await brokenUnderstudy(t, true, 'error')
      const token = await tokenFor(understudy, { user: 'adele' })
      const reply = await graph(understudy, `GET ${path}`, { token })
      t.equal(reply.status, 500)
      t.match(reply.json, { error: { code: 'InternalServerError', innerError: {} } })
      t.notMatch(everything(reply), MARK, 'nothing of the broken answer is sent')
      t.match(log.text, reply.headers.get('request-id') ?? '', 'the log names the request')
      t.ok(log.text.includes(JSON.stringify(reason).slice(1, -1)), 'the log has the reason')
    })
  }

  t.test('answers with a problem on the control surface', async t => {
    const log = captureLog(t)
    const understudy = await brokenUnderstudy(t, true, 'error')
    const reply = await control(understudy, 'GET /_understudy/health')
    t.equal(reply.status, 500)
    t.equal(reply.headers.get('content-type'), 'application/problem+json')
    t.match(reply.json, { title: 'Internal Server Error', status: 500 })
    t.notMatch(everything(reply), MARK, 'nothing of the broken answer is sent')
    t.match(log.text, 'control.health.get answered 200, which breaks the contract: body/status')
  })
})

t.test('Prism, without the check,', async t => {
  const understudy = await brokenUnderstudy(t, false, 'silent')
  const token = await tokenFor(understudy, { user: 'adele' })
  const { port } = new URL(await understudy.listen({ port: 0, https: false }))
  const prism = await startPrism(t, `http://127.0.0.1:${port}`)
  const violations = async (path: string) => {
    const response = await fetch(prism + path, { headers: { authorization: `Bearer ${token}` } })
    return response.headers.get('sl-violations') ?? ''
  }

  for (const [name, path, { violation }] of lines) {
    t.test(`catches ${name}`, async t => {
      t.match(await violations(path), violation)
    })
  }

  t.test('catches a wrong value on the control surface', async t => {
    t.match(await violations('/_understudy/health'), /status must be equal to constant/)
  })
})
