// doctor: what stands between a client and the server, and what to do about it.
import type { TenantView } from '../../client/test-tenant.ts'
import type { Colour } from '../columns.ts'
import { paint, printable } from '../columns.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand } from '../command.ts'
import type { Finding } from '../doctor/finding.ts'
import { UsageError } from '../usage-error.ts'

type DoctorContext = CommandContext<
  'authority' | 'known-authority' | 'client-id' | 'redirect-uri' | 'host'
>

const colours: Readonly<Record<Finding['outcome'], Colour>> = {
  ok: 'green',
  advice: 'cyan',
  problem: 'red',
}

export const doctor = defineCommand({
  usage: [''],
  description:
    'Each line is ok, advice or a problem. Ends with 1 when there is a problem. Run it in the environment of the client: whether a certificate is trusted is said of this process. With --authority, one request for its discovery document is recorded.',
  options: {
    authority: {
      value: 'URL',
      description: "Also check a client's authority.",
    },
    'known-authority': {
      value: 'HOST',
      multiple: true,
      description: "What the client has among MSAL's knownAuthorities.",
    },
    'client-id': {
      value: 'ID',
      description: 'Also check that this client is registered.',
    },
    'redirect-uri': {
      value: 'URI',
      description: 'Also check that --client-id registered it.',
    },
    host: {
      value: 'NAME',
      multiple: true,
      description: 'Also check that the server answers for this host name.',
    },
  },
  examples: [
    'graph-understudy doctor',
    'graph-understudy doctor --authority https://localhost:4280/contoso.onmicrosoft.com --client-id 2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02 --redirect-uri http://localhost:3000',
  ],
  async run(context) {
    context.words()
    refuseHalfSettings(context)
    const findings = await diagnose(context)
    if (findings.some(({ outcome }) => outcome === 'problem')) context.exitCode = 1
    context.answer({ findings }, format(findings, context.terminal.hasColours))
  },
})

/** @throws UsageError when an option lacks the one that it goes with */
function refuseHalfSettings(context: DoctorContext): void {
  for (const [one, other] of [
    ['known-authority', 'authority'],
    ['redirect-uri', 'client-id'],
  ] as const)
    if (context.isOn(one) && !context.isOn(other))
      throw new UsageError(`--${one} goes with --${other}.`)
}

async function diagnose(context: DoctorContext): Promise<Finding[]> {
  const { checkNode, checkServer, checkNames } = await import('../doctor/server-checks.ts')
  const { health, secure, findings } = await checkServer(context.url)
  const others = [checkNode(process.versions.node), ...findings]
  if (health === undefined) return [...others, ...(await checkSettings(context))]
  const { checkTrust } = await import('../doctor/trust-check.ts')
  const { checkMachineClock } = await import('../doctor/tenant-checks.ts')
  return [
    ...others,
    ...(secure?.trust === undefined ? [] : [await checkTrust(secure.trust, needsTrust(context))]),
    ...(await checkNames(context.url, context.texts('host') ?? [])),
    checkMachineClock(health),
    ...(await checkTenants(context)),
  ]
}

function needsTrust(context: DoctorContext): boolean {
  return context.url.startsWith('https:') || context.isOn('authority')
}

async function checkTenants(context: DoctorContext): Promise<Finding[]> {
  const { findTenants, checkFaults, checkTenantClocks } = await import('../doctor/tenant-checks.ts')
  const { tenants, findings } = await findTenants(context)
  if (tenants === undefined) return [...findings, ...(await checkSettings(context))]
  return [
    ...findings,
    ...(await checkTenantClocks(context, tenants)),
    ...(await checkFaults(context, tenants)),
    ...(await checkSettings(context, tenants)),
  ]
}

async function checkSettings(
  context: DoctorContext,
  tenants?: readonly TenantView[],
): Promise<Finding[]> {
  const settings = {
    authority: context.text('authority'),
    knownAuthorities: context.texts('known-authority'),
    clientId: context.text('client-id'),
    redirectUri: context.text('redirect-uri'),
  }
  const { checkAuthority, checkClient } = await import('../doctor/client-checks.ts')
  const hasClient = settings.clientId !== undefined && tenants !== undefined
  return [
    ...(settings.authority === undefined ? [] : await checkAuthority(settings, tenants)),
    ...(hasClient ? checkClient(settings, tenants) : []),
  ]
}

function format(findings: readonly Finding[], hasColours: boolean): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length))
  return findings
    .map(({ outcome, subject, text }) => {
      const verdict = outcome.padEnd('problem'.length)
      const shown = hasColours ? paint(verdict, colours[outcome]) : verdict
      return `${shown}  ${subject.padEnd(width)}  ${printable(text)}`
    })
    .join('\n')
}
