// Errors are stamped with the time of the tenant they are about.
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { Browser, wordsOf } from '../support/form-browser.ts'
import { askToken, authorizeUrl, device } from '../support/sign-in.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

t.test('With a clock of its own, a tenant', async t => {
  const understudy = await understudyFor(t)
  await control(understudy, 'PATCH /_understudy/clock', {
    body: { now: '2031-02-03T04:05:06Z', frozen: true },
  })
  const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })

  t.test('has Graph date its errors so', async t => {
    for (const call of [
      { token },
      { token: await tokenFor(understudy, { lifetimeSeconds: -1 }) },
    ]) {
      const { json } = await graph(understudy, 'GET /v1.0/users', call)
      t.equal(Object(json).error.innerError.date, '2031-02-03T04:05:06')
    }
    const { json } = await graph(understudy, 'GET /v1.0/me')
    t.not(Object(json).error.innerError.date, '2031-02-03T04:05:06', 'nobody is known to ask')
  })

  t.test('has the token endpoint date its errors so', async t => {
    for (const authority of [DOMAIN, 'organizations']) {
      const { json } = await askToken(understudy, device, { grant_type: 'odd' }, { authority })
      t.equal(Object(json).timestamp, '2031-02-03 04:05:06Z')
    }
  })

  t.test('has pages and redirects date their errors so', async t => {
    const browser = new Browser(understudy)
    const { location } = await browser.open(authorizeUrl(device, { prompt: 'none' }))
    t.match(new URL(location ?? '').searchParams.get('error_description'), '2031-02-03 04:05:06Z')
    const page = await browser.open(authorizeUrl(device, { redirect_uri: 'https://evil.example' }))
    t.match(wordsOf(page), '2031-02-03T04:05:06Z')
  })
})
