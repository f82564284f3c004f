// What the container of tests runs: a token works, its user is revoked, and it works no longer. Needs no package.
import assert from 'node:assert/strict'

const understudy = 'https://localhost:4280'
const key = process.env.GRAPH_UNDERSTUDY_CONTROL_KEY

async function control(path, body) {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(body && { 'content-type': 'application/json' }),
  }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${understudy}/_understudy/${path}`, request)
  assert.ok(response.ok, `${path} answered ${response.status}`)
  return response
}

const issued = await control('tokens', { user: 'adele', capabilities: ['cp1'] })
const { access_token: token } = await issued.json()
const me = () => fetch(`${understudy}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })

assert.equal((await me()).status, 200)
await control('users/adele/revoke')
const refusal = await me()
assert.equal(refusal.status, 401)
console.log(refusal.headers.get('www-authenticate'))
