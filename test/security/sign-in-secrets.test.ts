// Secrets of the sign-in surface stay secret: no password, secret, code, token, cookie or page state in the log, or in an answer to whoever is refused.

import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import t from 'tap'
import type { Walk } from '../support/every-sign-in-flow.ts'
import { launchNode, watch } from '../support/program.ts'

const PROGRAM = fileURLToPath(new URL('../support/every-sign-in-flow.js', import.meta.url))

/** As it is, and the part of it that would still be worth something by itself. */
function partsOf(secret: string): readonly string[] {
  const signature = secret.split('.')[2]
  return [
    secret,
    encodeURIComponent(secret),
    secret.slice(0, 60),
    ...(signature ? [signature] : []),
  ]
}

function areNotIn(t: Test, { secrets }: Walk, text: string, title: string): void {
  const found = secrets.flatMap(partsOf).filter(part => text.includes(part))
  t.same(found, [], title)
}

t.test('A double that logs every request', async t => {
  for (const level of ['info', 'debug']) {
    t.test(`keeps secrets out of its errors and its log, at ${level}`, async t => {
      const { code, stdout, stderr } = await watch(launchNode(t, [PROGRAM, level]))
      t.equal(code, 0, stderr.slice(-2000))
      const walk: Walk = JSON.parse(stdout)
      t.ok(walk.secrets.length > 20, 'something was issued')
      t.ok(walk.answers.length > 100, 'something was refused')
      for (const { title, text } of walk.answers) areNotIn(t, walk, text, title)
      const lines = stderr.trim().split('\n')
      t.ok(lines.length > walk.answers.length, 'there is a line for each request')
      t.same(
        lines.filter(line => !line.includes('"message":"answered"')),
        [],
        'and for nothing else',
      )
      areNotIn(t, walk, stderr, 'the log')
    })
  }
})
