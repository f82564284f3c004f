// The option `publicUrl`: the origin of every address that is given out, whatever a request came in by.
import t from 'tap'
import { createUnderstudy } from '../../src/index.ts'
import { TENANT_ID } from '../support/contoso.ts'
import { understudyFor } from '../support/understudy.ts'

const publicUrl = 'https://login.example'
const CONFIGURATION = `/${TENANT_ID}/v2.0/.well-known/openid-configuration`

t.test('publicUrl', async t => {
  t.test('begins the addresses in answers and in the list of tenants', async t => {
    const understudy = await understudyFor(t, { publicUrl: `${publicUrl}/` })
    t.equal(understudy.tenants()[0]?.authority, `${publicUrl}/${TENANT_ID}`)
    for (const origin of ['http://localhost:4280', 'https://login.microsoftonline.com']) {
      const response = await understudy.fetch(origin + CONFIGURATION)
      t.match(await response.json(), {
        issuer: `${publicUrl}/${TENANT_ID}/v2.0`,
        token_endpoint: `${publicUrl}/${TENANT_ID}/oauth2/v2.0/token`,
      })
    }
  })

  t.test('makes its host one that is answered for, and no other', async t => {
    const understudy = await understudyFor(t, { publicUrl })
    const statusAt = async (origin: string) =>
      (await understudy.fetch(origin + CONFIGURATION)).status
    t.equal(await statusAt(publicUrl), 200)
    t.equal(await statusAt('https://evil.example'), 421)
    const another = await understudyFor(t)
    t.equal((await another.fetch(publicUrl + CONFIGURATION)).status, 421)
  })

  for (const mistaken of [
    'login.example',
    'ftp://login.example',
    'https://login.example/path',
    'https://login.example/?query',
    'https://name:password@login.example',
    '',
  ]) {
    t.test(`is refused when it is no origin: '${mistaken}'`, async t => {
      const made = createUnderstudy({ publicUrl: mistaken })
      await t.rejects(made, { name: 'TypeError', message: /^publicUrl must be an origin/ })
    })
  }
})

t.test('without publicUrl', async t => {
  t.test('addresses follow the scheme and the host of the request, in process too', async t => {
    const understudy = await understudyFor(t)
    for (const origin of ['http://localhost:4280', 'https://localhost:4280']) {
      const response = await understudy.fetch(origin + CONFIGURATION)
      t.match(await response.json(), { issuer: `${origin}/${TENANT_ID}/v2.0` })
    }
  })

  t.test('a client cannot choose another scheme than that of its connection', async t => {
    const understudy = await understudyFor(t)
    const url = await understudy.listen({ port: 0, https: false })
    const headers = { 'x-in-process-scheme': 'https' }
    const response = await fetch(url + CONFIGURATION, { headers })
    t.match(await response.json(), { issuer: `${url}/${TENANT_ID}/v2.0` })
  })
})
