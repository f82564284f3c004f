// Whatever is sent as a batch: answered or refused, in whole and in each of its parts, never a failure.
import fc from 'fast-check'
import t from 'tap'
import { anyBatch } from '../support/batch-fuzz.ts'
import { tokenFor, understudyFor } from '../support/understudy.ts'

const LONGEST = 100_000

t.test('any batch', async t => {
  const understudy = await understudyFor(t, { generateUsers: 150 })
  const scopes = ['User.ReadWrite.All', 'User.RevokeSessions.All']
  const token = await tokenFor(understudy, { user: 'admin', scopes })
  const answered = new Set<number>()

  t.test('is answered or refused, and so are its parts', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatch(LONGEST), async body => {
        const response = await understudy.fetch('https://graph.microsoft.com/v1.0/$batch', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: Buffer.from(body),
        })
        const { responses = [] } = Object(await response.json())
        const statuses = responses.map((one: object) => Object(one).status)
        for (const status of [response.status, ...statuses]) {
          answered.add(status)
          if (!(status >= 200 && status < 500)) throw new Error(`A status of ${status}.`)
        }
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  t.test('is not always refused, so that something is tried', async t => {
    for (const status of [200, 400, 404, 413, 431]) t.ok(answered.has(status), String(status))
  })
})
