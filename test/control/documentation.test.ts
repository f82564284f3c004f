// The page that shows the contract to people, at /_understudy/docs.
import t from 'tap'
import { contract } from '../support/contract.ts'
import { isProblem } from '../support/problem.ts'
import { control, understudyFor } from '../support/understudy.ts'

const DOCS = 'GET /_understudy/docs'

t.test('The documentation page', async t => {
  t.test('comes with all that it refers to', async t => {
    const understudy = await understudyFor(t)
    const page = await control(understudy, DOCS)
    t.equal(page.status, 200)
    t.match(page.headers.get('content-type'), /^text\/html/)
    t.match(page.text, '<title>graph-understudy</title>')
    const references = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url)
    t.ok(references.length >= 4)
    for (const reference of references) {
      t.match(reference, /^\/_understudy\/docs\//, 'from here, so that it works offline')
      const response = await understudy.fetch(`http://localhost:4280${reference}`)
      t.equal(response.status, 200, reference)
      t.ok((await response.arrayBuffer()).byteLength > 0)
    }
  })

  t.test('shows the contract as it is', async t => {
    const reply = await control(await understudyFor(t), `${DOCS}/json`)
    t.equal(reply.status, 200)
    t.same(Object.keys(Object(reply.json).paths), Object.keys(contract.paths))
    t.same(Object(reply.json).info, contract.info)
  })

  t.test('works by plain http, whatever the host is called', async t => {
    const reply = await control(await understudyFor(t), DOCS)
    const policy = reply.headers.get('content-security-policy') ?? ''
    t.match(policy, /default-src 'self'/)
    t.notMatch(policy, /upgrade-insecure-requests/)
  })

  t.test('is met by several first visitors at once', async t => {
    const understudy = await understudyFor(t)
    const visits = await Promise.all([1, 2, 3].map(() => control(understudy, DOCS)))
    for (const { status } of visits) t.equal(status, 200)
  })

  t.test('has no page beside its own', async t => {
    const understudy = await understudyFor(t)
    for (const page of ['nothing', 'static/nothing.js'])
      isProblem(t, await control(understudy, `${DOCS}/${page}`), 404)
  })
})
