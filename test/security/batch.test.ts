// Batches made to break something: none of them is a 500, and none gets at prototypes, other surfaces or other hosts.
import fc from 'fast-check'
import t from 'tap'
import { batch, json, partsOf, reading, revoking } from '../support/batch.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'

const members = ['id', 'method', 'url', 'headers', 'body', 'dependsOn'] as const
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\ud800',
    '%',
    '/%zz',
    '/%00',
    '/users/%ed%a0%80',
    '/../_understudy/reset',
    '/..%2f_understudy%2freset',
    '/me\r\nHost: evil.example',
    '/users/\ud83d',
    '/users?$filter=\u0000',
    "/users('\ud800')",
    '/users/#EXT#',
    '//evil.example/me',
    '\\\\evil.example\\me',
    'javascript:alert(1)',
    '__proto__',
    'constructor',
    ['__proto__'],
    { toString: 'x' },
    { 'content-type': '\u0000', Prefer: 'code="' },
  ),
)

t.test('a batch', async t => {
  const understudy = await understudyFor(t)
  const scopes = ['User.Read', 'User.Read.All', 'User.RevokeSessions.All']
  const token = await tokenFor(understudy, { user: 'alex', scopes })
  /** @throws Error where the answer is not sound */
  const isSound = async (sent: unknown) => {
    const reply = await graph(understudy, 'POST /v1.0/$batch', { token, body: sent })
    if (reply.status === 400 && Object(reply.json).error !== undefined) return
    for (const { status, id } of partsOf(reply))
      if (status >= 500 || typeof id !== 'string') throw new Error(`${id} ${status}`)
  }

  t.test('with anything in the place of a member is answered soundly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...members), odd, async (member, value) => {
        for (const part of [revoking('1'), reading('1')])
          await isSound({ requests: [reading('0'), { ...part, [member]: value }] })
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  t.test('of any JSON is answered soundly', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async value => {
        for (const sent of [{ requests: value }, { requests: [value] }]) await isSound(sent)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  t.test('with a prototype in it is refused', async t => {
    const texts = [
      '{"requests":[{"id":"1","method":"GET","url":"/me","__proto__":{"a":1}}]}',
      '{"requests":[{"id":"1","method":"GET","url":"/me","headers":{"__proto__":"a"}}]}',
    ]
    for (const body of texts) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body }
      const { status } = await understudy.fetch('https://graph.microsoft.com/v1.0/$batch', init)
      t.equal(status, 400)
    }
  })

  t.test('reaches no other surface', async t => {
    const urls = [
      '/../_understudy/settings',
      '//_understudy/settings',
      '/../common/oauth2/v2.0/token',
    ]
    const reply = await batch(
      understudy,
      token,
      urls.map((url, index) => reading(String(index), url)),
    )
    for (const { status, body } of partsOf(reply))
      t.match({ status, body }, { status: 400, body: { error: { code: 'BadRequest' } } })
  })

  t.test('with addresses of megabytes is answered', async t => {
    const urls = [
      `/users/${'a'.repeat(1e6)}`,
      `/users?$filter=${'('.repeat(1e6)}`,
      '/a'.repeat(5e5),
    ]
    const reply = await batch(
      understudy,
      token,
      urls.map((url, index) => reading(String(index), url)),
    )
    for (const { status } of partsOf(reply)) t.ok(status >= 400 && status < 500)
  })

  t.test('says nothing of its token', async t => {
    const headers = { ...json, Authorization: 'Bearer secret-of-a-part' }
    const { text } = await batch(understudy, token, [
      { ...revoking('1'), headers },
      reading('2', '/x'),
    ])
    t.notMatch(text, token)
    t.notMatch(text, 'secret-of-a-part')
  })
})
