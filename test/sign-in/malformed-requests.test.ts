// Requests that no client should send: each is a clear error in the shape of its endpoint, and never a failure of the double.
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import { parseMarkup } from '../support/markup.ts'
import type { Reply } from '../support/understudy.ts'
import { understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'
import { endpoints, formEndpoints } from './endpoints.ts'

const FORM = 'application/x-www-form-urlencoded'
const MALFORMED = 'AADSTS9002313: Invalid request. Request is malformed or invalid.'

async function send(
  understudy: Understudy,
  method: string,
  path: string,
  { type, body }: { readonly type?: string; readonly body?: string } = {},
): Promise<Reply> {
  const init = {
    method,
    headers: type === undefined ? {} : { 'content-type': type },
    // As bytes, of which nothing can be said but what `type` says.
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  }
  return readReply(await understudy.fetch(LOGIN + path, init))
}

/** Holds an answer to the shape of an error, and to what it says. */
function isErrorOf(
  t: Test,
  answers: 'pages' | 'JSON',
  reply: Reply,
  { status = 400, says }: { readonly status?: number; readonly says: string },
): void {
  t.equal(reply.status, status, reply.text.slice(0, 300))
  if (answers === 'pages') {
    t.equal(reply.headers.get('content-type'), 'text/html; charset=utf-8')
    t.ok(parseMarkup(reply.text).texts.includes(says), says)
  } else {
    t.equal(reply.headers.get('content-type'), 'application/json; charset=utf-8')
    const { error_description: description } = Object(reply.json)
    t.equal(description?.split(' Trace ID: ')[0], says)
  }
}

t.test('A method that an endpoint does not take', async t => {
  for (const { path, answers, accepts, refuses } of endpoints) {
    t.test(`is refused in its shape: ${path}`, async t => {
      const understudy = await understudyFor(t)
      for (const method of refuses) {
        const says = `AADSTS900561: The endpoint only accepts ${accepts} requests. Received a ${method} request.`
        const reply = await send(understudy, method, path)
        isErrorOf(t, answers, reply, { says })
      }
      const head = await understudy.fetch(LOGIN + path, { method: 'HEAD' })
      t.equal(head.status, 400)
      t.match(head.headers.get('content-type'), answers === 'pages' ? 'text/html' : 'json')
      t.equal(await head.text(), '')
    })
  }
})

t.test('A form', async t => {
  for (const { path, answers, field, whenEmpty } of formEndpoints) {
    t.test(`with a parameter twice is refused: ${path}`, async t => {
      const understudy = await understudyFor(t)
      for (const body of [`${field}=1&${field}=1`, `${field}=1&x=2&x=3`, `${field}&${field}`]) {
        const reply = await send(understudy, 'POST', path, { type: FORM, body })
        isErrorOf(t, answers, reply, { says: MALFORMED })
      }
    })

    t.test(`that is none counts as empty: ${path}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const expected = await send(understudy, 'POST', path, { type: FORM, body: 'x=1' })
      if (whenEmpty !== undefined) isErrorOf(t, answers, expected, { says: whenEmpty })
      for (const sent of [
        {},
        { type: FORM },
        { type: FORM, body: '' },
        { body: `${field}=1` },
        { type: 'application/json', body: `{"${field}":"1"}` },
        { type: 'application/json', body: '{' },
        { type: 'text/plain', body: `${field}=1` },
        { type: 'multipart/form-data; boundary=x', body: '--x--' },
      ]) {
        const { status, text } = await send(understudy, 'POST', path, sent)
        t.equal(status, expected.status)
        t.equal(withoutIds(text), withoutIds(expected.text), JSON.stringify(sent))
      }
    })

    t.test(`whose type is not even the name of one is refused: ${path}`, async t => {
      const understudy = await understudyFor(t)
      for (const type of [';;;', 'form', 'a/b/c', '/']) {
        const reply = await send(understudy, 'POST', path, { type, body: `${field}=1` })
        isErrorOf(t, answers, reply, { says: MALFORMED })
      }
    })

    t.test(`over a megabyte is refused: ${path}`, async t => {
      const understudy = await understudyFor(t)
      const body = `${field}=`.padEnd(1_048_577, 'x')
      for (const type of [FORM, 'text/plain']) {
        const reply = await send(understudy, 'POST', path, { type, body })
        isErrorOf(t, answers, reply, { status: 413, says: 'Request body is too large' })
      }
    })
  }
})

t.test('A query', async t => {
  t.test('with a parameter twice is refused', async t => {
    const understudy = await understudyFor(t)
    const pages = `/${DOMAIN}/oauth2/v2.0/authorize?client_id=1&client_id=1`
    isErrorOf(t, 'pages', await send(understudy, 'GET', pages), { says: MALFORMED })
    const instance = '/common/discovery/instance?api-version=1.0&api-version=1.1'
    isErrorOf(t, 'JSON', await send(understudy, 'GET', instance), { says: MALFORMED })
  })

  t.test('with a parameter twice that means nothing is answered', async t => {
    const understudy = await understudyFor(t)
    const path = `/${DOMAIN}/v2.0/.well-known/openid-configuration?appid=1&appid=2`
    t.equal((await send(understudy, 'GET', path)).status, 200)
  })
})

t.test('An address', async t => {
  t.test('below /oauth2 that is no endpoint is a 404, in JSON', async t => {
    const understudy = await understudyFor(t)
    for (const path of [
      `/${DOMAIN}/oauth2/token`,
      `/${DOMAIN}/oauth2/authorize`,
      `/${DOMAIN}/oauth2/v2.0`,
      `/${DOMAIN}/oauth2/v2.0/nowhere`,
      `/${DOMAIN}/oauth2/v2.0/token/more`,
      '/nobody/oauth2/v2.0/%00',
    ]) {
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
        const reply = await send(understudy, method, `${path}?client_id=1`)
        const says = `${method} ${path} is no operation of the sign-in surface. It has the endpoints of version 2.0, such as /{tenant}/oauth2/v2.0/token; /_understudy/docs lists them.`
        isErrorOf(t, 'JSON', reply, { status: 404, says })
      }
    }
  })

  t.test('of a tenant with an odd name is one of an unknown tenant', async t => {
    const understudy = await understudyFor(t)
    for (const [sent, name] of [
      ['%00', '\0'],
      ['a%0d%0aX-Injected:%201', 'a\r\nX-Injected: 1'],
      ['%2f', '/'],
      ['..%2f..', '../..'],
      ['__proto__', '__proto__'],
      ['%3Cscript%3E', '<script>'],
      ['x'.repeat(15_000), 'x'.repeat(15_000)],
    ] as const) {
      const reply = await send(understudy, 'POST', `/${sent}/oauth2/v2.0/token`, {
        type: FORM,
        body: 'grant_type=refresh_token',
      })
      t.match(reply.json, { error: 'invalid_tenant', error_codes: [90002] })
      t.match(Object(reply.json).error_description, `Tenant '${name}' not found.`)
      const page = await send(understudy, 'GET', `/${sent}/oauth2/v2.0/authorize`)
      t.equal(page.status, 400)
      t.ok(parseMarkup(page.text).texts.some(text => text.startsWith('AADSTS90002: Tenant ')))
    }
  })

  t.test('that is no encoding of anything is refused, in JSON', async t => {
    const understudy = await understudyFor(t)
    for (const garbage of ['%', '%zz', '%ff', '%c0%af', '%ed%a0%80'])
      for (const path of [`/${garbage}/oauth2/v2.0/token`, `/${DOMAIN}/oauth2/v2.0/${garbage}`]) {
        const reply = await send(understudy, 'POST', path)
        t.equal(reply.status, 400, path)
        t.ok(reply.json !== undefined, path)
      }
  })
})

function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
}
