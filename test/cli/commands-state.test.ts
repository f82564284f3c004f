// The commands for users, tenants and settings: what they print, as text and as JSON, and what has become of the server.
import t from 'tap'
import type { components } from '../../src/contract/generated.ts'
import { commandServer } from '../support/commands.ts'
import { graph } from '../support/understudy.ts'

type Schemas = components['schemas']

const done = { code: 0, signal: null, stderr: '' }

t.test('revoke', async t => {
  const { run, understudy } = await commandServer(t)

  t.test('revokes the sign-in sessions of a user', async t => {
    const { access_token: token } = await understudy.issueToken({
      user: 'adele',
      capabilities: ['cp1'],
    })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    const stdout = 'The sign-in sessions of adele are revoked.\n'
    t.same(await run('revoke adele'), { ...done, stdout })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 401)
    t.same(await run('revoke adele --json'), { ...done, stdout: 'null\n' })
  })

  t.test('says what the server says of a user or tenant that is not there', async t => {
    const nobody = await run('revoke nobody')
    t.match(nobody, { code: 1, stdout: '' })
    t.match(
      nobody.stderr,
      /^graph-understudy: There is no user 'nobody' in contoso\.onmicrosoft\.com\. .*\n$/,
    )
    t.match(await run('revoke adele --tenant contos.onmicrosoft.com'), {
      code: 1,
      stderr: /^graph-understudy: There is no tenant 'contos\.onmicrosoft\.com'\. .*contoso.*\n$/,
    })
  })

  t.test('is of the tenant that is named, by option or variable', async t => {
    const other = await understudy.tenant()
    const { access_token: token } = await other.issueToken({ user: 'adele', capabilities: ['cp1'] })
    await run(['revoke', 'adele'])
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    await run('revoke adele', { env: { GRAPH_UNDERSTUDY_TENANT: other.domain } })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 401)
  })
})

t.test('token', async t => {
  const { run, understudy } = await commandServer(t)

  t.test('prints a token of a user, bare, that Graph takes', async t => {
    const { stdout, ...rest } = await run(
      'token adele --scope User.Read,User.RevokeSessions.All --capability cp1',
    )
    t.same(rest, done)
    t.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: stdout.trim() })).status, 200)
    t.match((await understudy.explain(stdout.trim())).token, {
      user: 'adele@contoso.onmicrosoft.com',
      scopes: ['User.Read', 'User.RevokeSessions.All'],
      capabilities: ['cp1'],
    })
  })

  t.test('prints one of a client alone, and one that has expired', async t => {
    const client = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b01'
    const { stdout } = await run(`token --role User.Read.All --client ${client} --lifetime -1m`)
    const { token, surfaces } = await understudy.explain(stdout.trim())
    t.match(token, { client, roles: ['User.Read.All'], expiresAt: '2026-08-13T11:59:00.000Z' })
    t.match(surfaces[0], { accepted: false, check: 'lifetime' })
  })

  t.test('prints one for another audience, and one that does not verify', async t => {
    const { stdout } = await run('token adele --audience api://other --invalid-signature')
    t.match(await understudy.explain(stdout.trim()), {
      token: { audience: 'api://other' },
      surfaces: [{ accepted: false, check: 'signature' }],
    })
  })

  t.test('answers as the token endpoint does with --json', async t => {
    const { stdout } = await run('token adele --lifetime 1h --json')
    const answer: Schemas['tokenResponse'] = JSON.parse(stdout)
    t.match(answer, { token_type: 'Bearer', expires_in: 3600, access_token: String })
  })
})

t.test('tenants', async t => {
  const { run, understudy, url } = await commandServer(t)

  t.test('lists them', async t => {
    const stdout =
      'contoso.onmicrosoft.com  5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10  Contoso  32 users  4 clients\n'
    t.same(await run('tenants'), { ...done, stdout })
    t.same(await run('tenants list'), { ...done, stdout })
    const document: Schemas['tenantCollection'] = JSON.parse((await run('tenants --json')).stdout)
    t.same(document, {
      tenants: understudy.tenants().map(each => ({ ...each, authority: `${url}/${each.id}` })),
    })
  })

  t.test('makes one and says with whom to sign in, shows it, and removes it', async t => {
    const made = await run('tenants create --from contoso --seed 7')
    const [, domain = '', id = ''] = /^Contoso, (\S+), (\S+)\n/.exec(made.stdout) ?? []
    t.match(made, done)
    t.match(made.stdout, new RegExp(`^  Authority  ${url}/${id}\n`, 'm'))
    t.match(made.stdout, new RegExp(`^  User  adele@${domain} +adele-Passw0rd!\n`, 'm'))
    t.match(made.stdout, /^ {2}Client {2}\S+ {2}Web app \(web\) +web-secret\n/m)
    t.same(await run(`tenants show ${domain}`), made)
    const { stdout } = await run(`tenants show ${id} --json`)
    const view: Schemas['tenant'] = JSON.parse(stdout)
    t.match(view, { id, domain, displayName: 'Contoso' })

    t.match(await run('tenants create --from contoso --seed 7'), {
      code: 1,
      stderr: /^graph-understudy: There is a tenant '.*' already\. .*\n$/,
    })
    t.same(await run(`tenants remove ${id}`), { ...done, stdout: `${id} is removed.\n` })
    t.equal(understudy.tenants().length, 1)
    t.match(await run(`tenants remove ${id}`), { code: 1, stderr: /There is no tenant/ })
  })
})

t.test('settings', async t => {
  const { run, understudy } = await commandServer(t)
  const initial = `permissions=documented
signIn=page
logs.delaySeconds=0
revocation.preset=instant
revocation.delaySeconds.graph=0
revocation.delaySeconds.token=0
revocation.delaySeconds.session=0
revocation.truncateToSeconds=false
revocation.challenge=2021
revocation.successStatus=200
revocation.suberror=bad_token
`

  t.test('shows them as they can be given', async t => {
    t.same(await run('settings'), { ...done, stdout: initial })
    await run(['settings', ...initial.trim().split('\n')])
    t.same(await run('settings'), { ...done, stdout: initial })
  })

  t.test('changes those that are given, each to a value of its type', async t => {
    const changes =
      'signIn=automatic revocation.delaySeconds.graph=1.5 revocation.challenge=2022 revocation.truncateToSeconds=true revocation.suberror=null'
    const { stdout, ...rest } = await run(`settings ${changes} --json`)
    t.same(rest, done)
    const settings: Schemas['settings'] = JSON.parse(stdout)
    t.match(settings, {
      signIn: 'automatic',
      revocation: {
        delaySeconds: { graph: 1.5, token: 0 },
        challenge: '2022',
        truncateToSeconds: true,
        suberror: null,
      },
    })
    t.same(settings, await understudy.settings())
  })

  t.test('says what the server says of a value that there is not', async t => {
    t.match(await run('settings signIn=never'), {
      code: 1,
      stderr: /^graph-understudy: The request does not match the contract\..*signIn.*\n$/,
    })
  })
})

t.test('reset', async t => {
  const { run, understudy } = await commandServer(t)

  t.test('puts back every tenant, or the one that is named', async t => {
    const other = await understudy.tenant()
    await understudy.settings({ signIn: 'automatic' })
    t.same(await run(`reset --tenant ${other.domain}`), {
      ...done,
      stdout: `${other.domain} is back at the start.\n`,
    })
    t.match(await understudy.settings(), { signIn: 'automatic' })
    t.same(await run('reset'), { ...done, stdout: 'All tenants are back at the start.\n' })
    t.match(await understudy.settings(), { signIn: 'page' })
  })
})
