// doctor: each of its findings, against a double that is well and against what can be wrong with one.

import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Test } from 'tap'
import t from 'tap'
import type { UnderstudyOptions } from '../../src/api.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { checkNode, LEAST_NODE } from '../../src/cli/doctor/server-checks.ts'
import { checkMachineClock } from '../../src/cli/doctor/tenant-checks.ts'
import { commandServer, silence, stranger } from '../support/commands.ts'
import { manifest } from '../support/package-root.ts'
import { runProgram } from '../support/program.ts'
import { understudyFor } from '../support/understudy.ts'

const spa = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02'
const XDG_CACHE_HOME = t.testdir()

/** A double that answers http and https, and the doctor's findings about it. */
async function patient(t: Test, options: UnderstudyOptions = {}) {
  const before = process.env.XDG_CACHE_HOME
  process.env.XDG_CACHE_HOME = XDG_CACHE_HOME
  const understudy = await understudyFor(t, options)
  const url = await understudy.listen({ port: 0 })
  await fetch(url.replace('http:', 'https:')).catch(() => undefined)
  if (before === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = before
  const authorityPath = understudy.certificate?.authorityPath ?? ''
  const examine = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    diagnose(t, ['--url', url, ...args], { XDG_CACHE_HOME, ...env })
  return { understudy, url, host: new URL(url).host, authorityPath, examine }
}

interface Diagnosis {
  readonly code: number | null
  readonly findings: readonly Finding[]
  /** The findings about a subject, as `outcome: text`. */
  about(subject: string): readonly string[]
}

async function diagnose(
  t: Test,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Diagnosis> {
  const { code, stdout, stderr } = await runProgram(t, { args: ['doctor', '--json', ...args], env })
  t.equal(stderr, '')
  const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(stdout)
  t.equal(code, findings.some(({ outcome }) => outcome === 'problem') ? 1 : 0, 'the exit code')
  const about = (wanted: string) =>
    findings
      .filter(({ subject }) => subject === wanted)
      .map(({ outcome, text }) => `${outcome}: ${text}`)
  return { code, findings, about }
}

t.test('doctor', async t => {
  const { understudy, url, host, authorityPath, examine } = await patient(t)
  const secureUrl = `https://${host}`
  const trusting = { NODE_EXTRA_CA_CERTS: authorityPath }

  t.test('finds all well, in a line each, and ends with 0', async t => {
    const { code, stdout, stderr } = await runProgram(t, {
      args: ['doctor', '--url', secureUrl.replace('localhost', '127.0.0.1')],
      env: { XDG_CACHE_HOME, ...trusting },
    })
    const at = host.replace('localhost', '127.0.0.1')
    t.equal(stderr, '')
    t.equal(
      stdout,
      `ok       Node.js           ${process.versions.node}
ok       Server            graph-understudy ${manifest.version} answers at https://${at} and http://${at}.
ok       Certificate       This process trusts it.
ok       Host name         graph.microsoft.com is answered for.
ok       Host name         login.microsoftonline.com is answered for.
ok       Clock             The server's machine has the same time.
ok       Tenant clock      The tenants go by the machine's time.
ok       Planned failures  There are none.
`,
    )
    t.equal(code, 0)
  })

  t.test('prints the line that makes a client trust the certificate', async t => {
    const advice = `This process does not trust it (SELF_SIGNED_CERT_IN_CHAIN): NODE_EXTRA_CA_CERTS is not set. Start clients with NODE_EXTRA_CA_CERTS=${authorityPath}`
    t.same((await examine([])).about('Certificate'), [`advice: ${advice}`])
    const byHttps = await examine(['--url', secureUrl])
    t.same(byHttps.about('Certificate'), [`problem: ${advice}`])
    t.same(byHttps.about('Tenants'), [
      `advice: They are looked at when the certificate is trusted, or by http: --url ${url}`,
    ])
  })

  t.test(
    'says where the certificate comes from when it is not of this machine’s folder',
    async t => {
      const { about } = await examine([], { XDG_CACHE_HOME: t.testdir() })
      t.match(about('Certificate')[0], /^advice: .* Its authority is not kept on this machine/)
    },
  )

  t.test('finds host names that are not answered for', async t => {
    const { about } = await examine(['--host', 'graph.test'])
    t.match(
      about('Host name').at(-1),
      /^problem: .*'graph\.test'\. Start it with --allow-host graph\.test/,
    )
  })

  t.test('finds clocks that were moved and failures that are planned, in every tenant', async t => {
    const other = await understudy.tenant()
    await other.clock.freeze('2026-08-13T12:00:00.000Z')
    const { id } = await understudy.faults.create({ operationId: 'graph.me.get', status: 503 })
    const { about } = await examine([])
    t.match(about('Tenant clock'), [
      `advice: In ${other.domain} it is 2026-08-13T12:00:00.000Z, stands still, `,
    ])
    t.match(about('Tenant clock')[0], `clock reset --tenant ${other.domain}`)
    t.match(about('Planned failures'), ['advice: 1 in contoso.onmicrosoft.com will strike'])
    const ofOther = await examine(['--tenant', other.id])
    t.same(ofOther.about('Planned failures'), ['ok: There are none.'])
    await understudy.faults.remove(id)
    await other.remove()
  })

  t.test('finds the settings of a client right', async t => {
    const authority = `${secureUrl}/contoso.onmicrosoft.com`
    const settings = ['--authority', authority, '--known-authority', host, '--client-id', spa]
    const args = [...settings, '--redirect-uri', 'http://localhost:9999']
    const { code, about } = await examine(args, trusting)
    t.equal(code, 0)
    t.same(about('Discovery'), [`ok: ${authority}/v2.0/.well-known/openid-configuration answers.`])
    t.match(about('Issuer'), [/^ok: https:\/\/localhost:/])
    t.same(about('Known authorities'), [`ok: ${host} is among them.`])
    t.same(about('Client id'), [`ok: ${spa} is Single-page app (spa) of contoso.onmicrosoft.com.`])
    t.same(about('Redirect URI'), ['ok: http://localhost:9999 is registered.'])
  })

  const wrong: readonly (readonly [
    title: string,
    args: readonly string[],
    subject: string,
    finding: RegExp,
  ])[] = [
    [
      'an authority by http',
      ['--authority', `${url}/contoso.onmicrosoft.com`],
      'Authority',
      /^problem: .*authority_uri_insecure.* Use https:/,
    ],
    ['no authority', ['--authority', 'contoso'], 'Authority', /^problem: 'contoso' is no URL\.$/],
    ['no tenant in it', ['--authority', secureUrl], 'Authority', /^problem: It names no tenant\./],
    [
      'a tenant that is not there',
      ['--authority', `${secureUrl}/contos.onmicrosoft.com`],
      'Discovery',
      /^problem: .* answers 400: AADSTS90002: .* not found\. Did you mean contoso\.onmicrosoft\.com\?$/,
    ],
    [
      'known authorities without the port',
      ['--authority', `${secureUrl}/common`, '--known-authority', 'localhost'],
      'Known authorities',
      /^problem: .* is not among localhost: .* Set knownAuthorities: \['localhost:\d+'\], with the port\.$/,
    ],
    [
      'known authorities that are not said',
      ['--authority', `${secureUrl}/common`],
      'Known authorities',
      /^advice: MSAL needs knownAuthorities: \['localhost:\d+'\]/,
    ],
    [
      'a client that is not there, but nearly',
      ['--client-id', spa.replace(/.$/, '9')],
      'Client id',
      /^problem: There is no client .* Did you mean 2b7c1f84-/,
    ],
    [
      'a client that is nowhere near',
      ['--client-id', 'mine'],
      'Client id',
      /^problem: There is no client mine\. There are: .*\(Single-page app\)/,
    ],
    [
      'a redirect URI that is not registered',
      ['--client-id', spa, '--redirect-uri', 'http://localhost:3000/other'],
      'Redirect URI',
      /^problem: .* is not registered for Single-page app \(AADSTS50011\); registered: http:\/\/localhost:3000,/,
    ],
  ]
  for (const [title, args, subject, finding] of wrong)
    t.test(`says what to do about ${title}`, async t => {
      t.match((await examine(args)).about(subject)[0], finding)
    })
})

t.test('doctor, of a server behind a public URL', async t => {
  const { host, examine } = await patient(t, { publicUrl: 'https://login.example' })

  t.test('finds that its issuer is not of the authority’s origin', async t => {
    const { about } = await examine(['--authority', `https://${host}/contoso.onmicrosoft.com`])
    t.match(about('Issuer'), [
      /^problem: https:\/\/login\.example\/\S+ is not of the authority's origin, .*endpoints_resolution_error/,
    ])
  })
})

t.test('doctor, of a server without https', async t => {
  const { url, understudy } = await commandServer(t, { controlKey: 'key' })
  const host = new URL(url).host

  t.test('advises to have it, and says how to reach it', async t => {
    const { about } = await diagnose(t, ['--url', url, '--control-key', 'key'], {})
    t.match(about('Server')[1], /^advice: It answers by http alone/)
    t.same(about('Control key'), ['ok: It fits.'])
    const byHttps = await diagnose(t, ['--url', `https://${host}`], {})
    t.match(byHttps.about('Server'), [`problem: graph-understudy answers at ${url} alone.`])
  })

  t.test('says that the control key is missing, or another', async t => {
    const how = "give the server's own with --control-key or GRAPH_UNDERSTUDY_CONTROL_KEY."
    const missing = await diagnose(t, ['--url', url], {})
    t.same(missing.about('Control key'), [`problem: The server asks for one: ${how}`])
    const other = await diagnose(t, ['--url', url, '--control-key', 'other'], {})
    t.same(other.about('Control key'), [`problem: It does not fit: ${how}`])
  })

  t.test('says that the tenant that is meant is not there', async t => {
    const args = ['--url', url, '--control-key', 'key', '--tenant', 'fabrikam']
    t.match((await diagnose(t, args, {})).about('Tenants'), [
      /^problem: There is no tenant 'fabrikam'\./,
    ])
    t.ok(understudy.url)
  })
})

t.test('doctor, without a server', async t => {
  t.test('says how to start one', async t => {
    const url = await silence()
    const { about } = await diagnose(t, ['--url', url], {})
    t.same(about('Server'), [
      `problem: Nothing answers at ${url}. Start it with: npx graph-understudy --port ${new URL(url).port}`,
    ])
  })

  t.test('says that something else listens there', async t => {
    const url = await stranger(t, 404, 'Not here')
    const next = `npx graph-understudy --port ${Number(new URL(url).port) + 1}`
    t.same((await diagnose(t, ['--url', url], {})).about('Server'), [
      `problem: Something that is not graph-understudy listens at ${url}: it answers 404, and calls itself stranger. Stop it, or use another port: ${next}`,
    ])
  })

  t.test('says so of something that does not even speak http', async t => {
    const server = createServer(socket => socket.end('220 mail\r\n')).listen(0, '127.0.0.1')
    t.teardown(() => server.close())
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { about } = await diagnose(t, ['--url', `http://127.0.0.1:${port}`], {})
    t.match(about('Server'), [/^problem: Something that is not graph-understudy listens at /])
  })
})

t.test('A machine', async t => {
  t.test('has a Node.js that is new enough, or not', async t => {
    t.equal(checkNode(LEAST_NODE).outcome, 'ok')
    t.equal(checkNode('22.0.0').outcome, 'ok')
    t.match(checkNode('20.18.9'), { outcome: 'problem', text: /Install 20\.19\.0 or later\.$/ })
    t.equal(checkNode('18.20.0').outcome, 'problem')
  })

  t.test('has the time that the server’s has, or not', async t => {
    const at = (seconds: number) =>
      checkMachineClock({
        status: 200,
        headers: { date: new Date(Date.now() + seconds * 1000).toUTCString() },
        body: '',
      })
    t.equal(at(0).outcome, 'ok')
    t.match(at(3600), { outcome: 'advice', text: / ahead of this one/ })
    t.match(at(-3600), { outcome: 'advice', text: / behind this one/ })
  })
})
