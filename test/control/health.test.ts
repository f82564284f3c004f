// control.health.*
import t from 'tap'
import { manifest } from '../support/package-root.ts'
import { isProblem } from '../support/problem.ts'
import { control, understudyFor } from '../support/understudy.ts'

t.test('control.health.get', async t => {
  t.test('says that the double is up, and in which version', async t => {
    const reply = await control(await understudyFor(t), 'GET /_understudy/health')
    t.equal(reply.status, 200)
    t.equal(reply.headers.get('content-type'), 'application/json; charset=utf-8')
    t.same(reply.json, { status: 'ok', version: manifest.version })
  })

  t.test('refuses a query parameter it does not have', async t => {
    const reply = await control(await understudyFor(t), 'GET /_understudy/health?verbose=1')
    isProblem(t, reply, 400, { errors: [{ in: 'query', pointer: 'verbose' }] })
  })
})

t.test('An address of the control surface', async t => {
  t.test('that is no operation is a 404 that says where the operations are listed', async t => {
    const understudy = await understudyFor(t)
    for (const line of [
      'GET /_understudy',
      'GET /_understudy/nothing',
      'GET /_Understudy/health',
    ] as const) {
      isProblem(t, await control(understudy, line), 404, { detail: /_understudy\/docs/ })
    }
  })

  t.test('asked by a method it does not have is a 405 that names those it has', async t => {
    const understudy = await understudyFor(t)
    for (const [line, allowed] of [
      ['DELETE /_understudy/settings', 'GET, PATCH'],
      ['GET /_understudy/tokens', 'POST'],
      ['POST /_understudy/health', 'GET'],
      ['PUT /_understudy/reset', 'POST'],
      ['PUT /_understudy/users/adele', 'DELETE, PATCH'],
      ['GET /_understudy/snapshots/before/restore', 'POST'],
    ] as const) {
      const reply = await control(understudy, line)
      isProblem(t, reply, 405, { detail: new RegExp(allowed) })
      t.equal(reply.headers.get('allow'), allowed)
    }
  })
})
