// The library on a port: where it listens, what it is reached by, and that nothing is left open.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import type { Test } from 'tap'
import t from 'tap'
import type { ListenOptions, Understudy } from '../../src/index.ts'
import { createUnderstudy } from '../../src/index.ts'
import { TENANT_ID } from '../support/contoso.ts'
import { understudyFor } from '../support/understudy.ts'
import { closed, connection } from '../support/wire.ts'

const anyPort = { port: 0, https: false } as const
/** Nobody else listens here, where the machine has it: a port that was given up is not taken in the meantime by another test file. */
const undisturbed = { host: process.platform === 'darwin' ? '127.0.0.1' : '127.0.0.3' }
const health = (url: string) => fetch(`${url}/_understudy/health`)
const portOf = (url: string) => Number(new URL(url).port)

t.test('listen', async t => {
  t.test('gives the address it then listens on', async t => {
    const understudy = await understudyFor(t)
    const url = await understudy.listen(anyPort)
    t.match(url, /^http:\/\/localhost:\d+$/)
    t.equal(understudy.url, url)
    t.equal((await health(url)).status, 200)
    t.equal((await understudy.fetch(`${url}/_understudy/health`)).status, 200)
    t.match(understudy.tenants(), [{ authority: `${url}/${TENANT_ID}` }])
  })

  for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost', '0.0.0.0', '::']) {
    t.test(`gives an address by which it is reached, on ${host}`, async t => {
      const understudy = await understudyFor(t, { controlKey: 'k' })
      const url = await listenIfThere(understudy, { ...anyPort, host })
      if (url === undefined) return t.comment('This machine has no such address.')
      t.equal((await health(url)).status, 200)
    })
  }

  t.test('answers https too, by a certificate of its own', async t => {
    useCache(t, t.testdir())
    const understudy = await understudyFor(t)
    const url = await understudy.listen({ port: 0 })
    const { authorityPath = '' } = understudy.certificate ?? {}
    const ca = await readFile(authorityPath, 'utf8')
    const options = { host: 'localhost', port: portOf(url), path: '/_understudy/health', ca }
    const [response] = await once(request({ ...options, agent: false }).end(), 'response')
    t.equal(response.statusCode, 200)
    response.resume()
    t.equal((await health(url)).status, 200)
  })

  t.test('rejects, and leaves the port alone, when the certificate cannot be kept', async t => {
    const folder = t.testdir({ file: '' })
    useCache(t, `${folder}/file`)
    const port = await freePort()
    const understudy = await understudyFor(t)
    await t.rejects(understudy.listen({ ...undisturbed, port }), /XDG_CACHE_HOME/)
    t.equal(understudy.url, undefined)
    const next = await understudyFor(t)
    t.equal(portOf(await next.listen({ ...undisturbed, port, https: false })), port)
  })

  t.test('rejects a second time, and goes on listening', async t => {
    const understudy = await understudyFor(t)
    const url = await understudy.listen(anyPort)
    await t.rejects(understudy.listen(anyPort), /already listen/)
    t.equal(understudy.url, url)
    t.equal((await health(url)).status, 200)
  })

  t.test('rejects when the port is taken, and can be tried again', async t => {
    const taken = portOf(await (await understudyFor(t)).listen(anyPort))
    const understudy = await understudyFor(t)
    await t.rejects(understudy.listen({ port: taken, https: false }), { code: 'EADDRINUSE' })
    t.equal(understudy.url, undefined)
    t.equal((await understudy.fetch('http://localhost/_understudy/health')).status, 200)
    t.equal((await health(await understudy.listen(anyPort))).status, 200)
    await understudy.close()
  })

  t.test('leaves a double that could not listen to be closed', async t => {
    const taken = portOf(await (await understudyFor(t)).listen(anyPort))
    const understudy = await createUnderstudy()
    await t.rejects(understudy.listen({ port: taken, https: false }), { code: 'EADDRINUSE' })
    await understudy.close()
  })
})

t.test('close', async t => {
  t.test('frees the port, and may be done twice', async t => {
    const understudy = await understudyFor(t)
    const port = portOf(await understudy.listen({ ...anyPort, ...undisturbed }))
    await understudy.close()
    t.equal(understudy.url, undefined)
    await understudy.close()
    const next = await understudyFor(t)
    t.equal(portOf(await next.listen({ ...undisturbed, port, https: false })), port)
  })

  t.test('ends every connection', async t => {
    const understudy = await understudyFor(t)
    const url = await understudy.listen(anyPort)
    const idle = await connection(t, url)
    const busy = await connection(t, url)
    busy.write('POST /_understudy/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n')
    await health(url)
    const ended = Promise.all([closed(idle), closed(busy)])
    await understudy.close()
    await ended
  })

  t.test('is the end: nothing is answered after it', async t => {
    const understudy = await understudyFor(t)
    await understudy.listen(anyPort)
    await understudy.close()
    await t.rejects(understudy.fetch('http://localhost/_understudy/health'), /closed/)
    await t.rejects(understudy.listen(anyPort), /closed/)
  })

  t.test('frees the port also when it comes while the port is being opened', async t => {
    const understudy = await understudyFor(t)
    const port = await freePort()
    const listening = understudy.listen({ ...undisturbed, port, https: false })
    await Promise.allSettled([listening, understudy.close()])
    t.equal(understudy.url, undefined)
    const next = await understudyFor(t)
    await t.resolves(next.listen({ ...undisturbed, port, https: false }))
  })

  t.test('comes by itself at the end of a scope', async t => {
    const url = await (async () => {
      await using understudy = await createUnderstudy()
      return await understudy.listen({ ...anyPort, ...undisturbed })
    })()
    await t.rejects(health(url))
  })
})

async function freePort(): Promise<number> {
  const understudy = await createUnderstudy()
  const url = await understudy.listen({ ...anyPort, ...undisturbed })
  await understudy.close()
  return portOf(url)
}

/** Undefined where the machine does not have the address. */
async function listenIfThere(understudy: Understudy, options: ListenOptions) {
  try {
    return await understudy.listen(options)
  } catch (error) {
    const code = Object(error).code
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return undefined
    throw error
  }
}

/** Where certificates are kept until the test ends. */
function useCache(t: Test, folder: string): void {
  const { XDG_CACHE_HOME } = process.env
  process.env.XDG_CACHE_HOME = folder
  t.teardown(() => {
    if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME
    else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME
  })
}
