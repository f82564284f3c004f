// Connections that end otherwise than with an answer: without a port, and on one.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import * as http from 'node:http'
import * as https from 'node:https'
import type { Test } from 'tap'
import t from 'tap'
import { planFault, untilWoken } from '../support/faults.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const ME = 'https://graph.microsoft.com/v1.0/me'
const scopes = ['User.Read']
// Certificates of the test file's own, not of whoever runs it.
process.env.XDG_CACHE_HOME = t.testdir()

type Options = Parameters<typeof understudyFor>[2]

async function failing(
  t: Test,
  connection: 'reset' | 'truncate' | 'hang',
  overrides: Options = {},
) {
  const understudy = await understudyFor(t, {}, overrides)
  const authorization = `Bearer ${await tokenFor(understudy, { user: 'adele', scopes })}`
  await planFault(understudy, { connection })
  const ask = (init: RequestInit = {}) =>
    understudy.fetch(ME, { headers: { authorization }, ...init })
  return { understudy, ask, headers: { authorization } }
}

t.test('fetch', async t => {
  t.test('rejects like a fetch whose connection is reset', async t => {
    const { ask } = await failing(t, 'reset')
    await t.rejects(ask(), {
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    })
  })

  t.test('gives half of the body, and then an error, where the answer is cut', async t => {
    const { ask } = await failing(t, 'truncate')
    const response = await ask()
    t.equal(response.status, 200)
    t.notOk([...response.headers.keys()].some(name => name.startsWith('x-in-process')))
    const length = Number(response.headers.get('content-length'))
    const reader = response.body?.getReader()
    const first = await reader?.read()
    t.equal(first?.value?.length, Math.ceil(length / 2))
    await t.rejects(async () => reader?.read(), {
      name: 'TypeError',
      message: 'terminated',
      cause: { code: 'ECONNRESET' },
    })
  })

  t.test('waits for ever where there is no answer, until its signal is aborted', async t => {
    const { ask } = await failing(t, 'hang')
    const controller = new AbortController()
    const waiting = ask({ signal: controller.signal })
    t.equal(await Promise.race([waiting, settled()]), undefined)
    controller.abort()
    await t.rejects(waiting, { name: 'AbortError' })
  })

  t.test('waits until the double is closed', async t => {
    const { ask, understudy } = await failing(t, 'hang')
    const waiting = ask()
    t.equal(await Promise.race([waiting, settled()]), undefined)
    const refused = t.rejects(waiting, { message: 'fetch failed', cause: { code: 'ECONNRESET' } })
    await understudy.close()
    await refused
  })
})

/** After everything that is under way has had its turn. */
async function settled(): Promise<undefined> {
  for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve))
  return undefined
}

t.test('an answer that is held back', async t => {
  const REVOKE = 'https://graph.microsoft.com/v1.0/me/revokeSignInSessions'
  const delayed = async (t: Test) => {
    const { sleep, asleep, wake } = untilWoken()
    const understudy = await understudyFor(t, {}, { sleep })
    const request = {
      user: 'adele',
      scopes: ['User.Read', 'User.RevokeSessions.All'],
      capabilities: ['cp1'],
    }
    const headers = { authorization: `Bearer ${await tokenFor(understudy, request)}` }
    const delayMilliseconds = 600_000
    await planFault(understudy, { operationId: 'graph.me.revokeSignInSessions', delayMilliseconds })
    const me = async () => (await understudy.fetch(ME, { headers })).status
    return { understudy, asleep, wake, headers, me }
  }

  t.test('comes once its time has come', async t => {
    const { understudy, asleep, wake, headers, me } = await delayed(t)
    const revoking = understudy.fetch(REVOKE, { method: 'POST', headers })
    await asleep
    t.equal(await me(), 200)
    wake()
    t.equal((await revoking).status, 200)
    t.equal(await me(), 401)
  })

  t.test('is not waited for, and nothing is done, when its signal is aborted', async t => {
    const { understudy, asleep, wake, headers, me } = await delayed(t)
    const controller = new AbortController()
    const { signal } = controller
    const revoking = understudy.fetch(REVOKE, { method: 'POST', headers, signal })
    await asleep
    controller.abort()
    await t.rejects(revoking, { name: 'AbortError' })
    wake()
    await settled()
    t.equal(await me(), 200)
  })

  t.test('is not waited for, and nothing is done, when the client goes away', async t => {
    const { understudy, asleep, headers, me } = await delayed(t)
    const url = await understudy.listen({ port: 0, https: false })
    const controller = new AbortController()
    const { signal } = controller
    const revoking = fetch(`${url}/v1.0/me/revokeSignInSessions`, {
      method: 'POST',
      headers,
      signal,
    })
    await asleep
    controller.abort()
    await t.rejects(revoking, { name: 'AbortError' })
    await settled()
    t.equal(await me(), 200)
  })

  t.test('does not keep the double from closing', async t => {
    const { understudy, asleep, headers } = await delayed(t)
    const revoking = understudy.fetch(REVOKE, { method: 'POST', headers })
    await asleep
    const refused = t.rejects(revoking, { message: 'fetch failed' })
    await understudy.close()
    await refused
  })

  t.test('is judged again when it comes: it may have been revoked meanwhile', async t => {
    const { understudy, asleep, wake, headers } = await delayed(t)
    const revoking = understudy.fetch(REVOKE, { method: 'POST', headers })
    await asleep
    await understudy.fetch('http://localhost:4280/_understudy/users/adele', { method: 'DELETE' })
    wake()
    t.equal((await revoking).status, 401)
  })
})

t.test('an answer that was held back', async t => {
  t.test('is made by the settings that hold when it comes', async t => {
    const { sleep, asleep, wake } = untilWoken()
    const understudy = await understudyFor(t, {}, { sleep })
    const request = { user: 'adele', scopes: ['User.RevokeSessions.All'] }
    const token = await tokenFor(understudy, request)
    await planFault(understudy, { surface: 'graph', delayMilliseconds: 1000 })
    const revoking = graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
    await asleep
    const body = { revocation: { successStatus: 204 } }
    await control(understudy, 'PATCH /_understudy/settings', { body })
    wake()
    t.equal((await revoking).status, 204)
  })
})

for (const scheme of ['http', 'https'] as const) {
  t.test(`on a port, over ${scheme}`, async t => {
    const onPort = async (t: Test, connection: 'reset' | 'truncate' | 'hang') => {
      const { understudy, headers } = await failing(t, connection)
      const url = await understudy.listen({ port: 0, https: scheme === 'https' })
      const { authorityPath } = understudy.certificate ?? {}
      const ca = authorityPath === undefined ? undefined : await readFile(authorityPath, 'utf8')
      const { port } = new URL(url)
      const options = { host: 'localhost', port, path: '/v1.0/me', headers, agent: false, ca }
      const request = (scheme === 'https' ? https : http).request(options).end()
      return { understudy, request }
    }

    t.test('the connection is reset', async t => {
      const { request } = await onPort(t, 'reset')
      const [error] = await once(request, 'error')
      t.equal(error.code, 'ECONNRESET')
    })

    t.test('the connection ends in the middle of the answer', async t => {
      const { request } = await onPort(t, 'truncate')
      const response = await responseOf(request)
      t.equal(response.statusCode, 200)
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      const [error] = await once(response, 'error')
      t.equal(error.code, 'ECONNRESET')
      const whole = Number(response.headers['content-length'])
      const { length } = Buffer.concat(chunks)
      t.ok(length > 0 && length < whole, `${length} of ${whole}`)
    })

    t.test('the connection stays silent until the double is closed', async t => {
      const { understudy, request } = await onPort(t, 'hang')
      const outcome = Promise.race([once(request, 'error'), once(request, 'response')])
      await once(request, 'finish')
      t.equal(await Promise.race([outcome, settled()]), undefined)
      await understudy.close()
      const [error] = await outcome
      t.equal(error.code, 'ECONNRESET')
    })
  })
}

async function responseOf(request: http.ClientRequest): Promise<IncomingMessage> {
  const [response] = await once(request, 'response')
  return response
}
