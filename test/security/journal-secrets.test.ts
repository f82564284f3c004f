// What is kept of requests holds no secret: no password, code, token, cookie, assertion or page state, issued or sent, in whatever form.
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Walk } from '../support/every-sign-in-flow.ts'
import { launchNode, watch } from '../support/program.ts'

const PROGRAM = fileURLToPath(new URL('../support/every-sign-in-flow.js', import.meta.url))

/** As it is, encoded once and twice, and the parts of it that would still be worth something by themselves. */
function partsOf(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret)
  const parts = secret.length > 60 ? [secret.slice(0, 60), secret.slice(-40)] : []
  return [secret, encoded, encodeURIComponent(encoded), ...parts]
}

t.test('The record of every flow and every refusal', async t => {
  const { code, stdout, stderr } = await watch(launchNode(t, [PROGRAM, 'error', 'misplaced']))
  t.equal(code, 0, stderr.slice(-2000))
  const { secrets, record }: Walk = JSON.parse(stdout)
  t.ok(secrets.length > 20, 'something was issued')

  for (const { title, text } of record) {
    t.test(`has no secret in it, as ${title}`, async t => {
      const found = secrets.flatMap(partsOf).filter(part => text.includes(part))
      t.same(found, [])
    })
  }

  t.test('has everything else in it', async t => {
    const [requests, events, nearMisses] = record.map(({ text }) => text)
    const { length } = JSON.parse(requests ?? '').requests
    t.ok(length > 300, 'of each request')
    t.equal(events?.match(/^event: request$/gm)?.length, length, 'and an event for it')
    t.match(nearMisses, /Closest: /)
    for (const kind of [
      'accessToken',
      'assertion',
      'authorizationCode',
      'clientAssertion',
      'clientSecret',
      'deviceCode',
      'password',
      'refreshToken',
      'sessionCookie',
    ])
      t.match(requests, `"kind":"${kind}"`)
  })
})
