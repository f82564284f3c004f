// explain: what becomes of a token, in words.
import type { Explanation } from '../../client/controls.ts'
import { alignColumns, paint, printable } from '../columns.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand } from '../command.ts'
import { UsageError } from '../usage-error.ts'

type Verdict = Explanation['surfaces'][number]

const kinds: Readonly<Record<Explanation['token']['kind'], string>> = {
  accessToken: 'An access token',
  refreshToken: 'A refresh token',
  authorizationCode: 'An authorization code',
  sessionCookie: 'A session cookie',
  unreadable: 'Nothing that graph-understudy has issued, or not all of it',
}

const surfaces: Readonly<Record<Verdict['surface'], string>> = {
  graph: 'Microsoft Graph',
  token: 'Token endpoint',
  session: 'Browser session',
}

/** What the holder can do about a refusal, by the check that refused; for another kind of token there is nothing to do. */
const advice: Readonly<Record<NonNullable<Verdict['check']>, string | undefined>> = {
  kind: undefined,
  form: 'Send it whole, as it was issued.',
  signature:
    'Ask this server for another: it was changed, or signed by another server, or by this one before it was started again.',
  audience: 'Ask for a token for the resource that is called, by the scopes of that resource.',
  issuer: 'Ask for a token from the tenant whose resource is called.',
  lifetime: 'Acquire another (acquireTokenSilent does), or move the clock: graph-understudy clock.',
  use: 'Begin a new sign-in: it may be used once, and by its own client alone.',
  account: 'Enable or restore the account, then have the user sign in again.',
  revocation:
    'Have the user sign in again; a client that handles the claims challenge (cp1) asks for it by itself.',
}

export const explain = defineCommand({
  usage: ['TOKEN'],
  description:
    'TOKEN is an access token, a refresh token, an authorization code or the value of a session cookie; - reads it from standard input.',
  options: {
    target: {
      value: 'USER',
      description: 'Judge the operations as far as they act on this user.',
    },
  },
  examples: [
    'graph-understudy explain "$TOKEN"',
    'graph-understudy token adele | graph-understudy explain - --target admin@contoso.onmicrosoft.com',
  ],
  async run(context) {
    const [word = ''] = context.words('TOKEN')
    const token = word === '-' ? (await context.terminal.readInput()).trim() : word
    if (token === '') throw new UsageError('There is no token to explain.')
    const target = context.text('target')
    const body = { token, ...(target !== undefined && { target }) }
    const explanation = await context.call('control.tokens.explain', { body })
    context.answer(explanation, describe(context, explanation))
  },
})

function describe(context: CommandContext, { token, surfaces, operations }: Explanation): string {
  const isTaken = surfaces.some(({ accepted }) => accepted)
  const allowed = operations.filter(operation => operation.allowed)
  const refused = operations.filter(operation => !operation.allowed)
  const rows = refused.map(operation => [`  ${operation.operationId}`, whyNot(operation)])
  return [
    ...describeToken(token),
    '',
    ...describeSurfaces(context.terminal.hasColours, surfaces),
    ...(isTaken ? [] : adviceOn(surfaces).map(line => `To do: ${line}`)),
    ...(allowed.length === 0
      ? []
      : ['', `Allows ${allowed.map(({ operationId }) => operationId).join(', ')}`]),
    ...(refused.length === 0 ? [] : ['', 'Does not allow', ...alignColumns(rows)]),
  ].join('\n')
}

function whyNot({ reason, missing }: Explanation['operations'][number]): string {
  return printable(missing.length === 0 ? reason : `needs one of ${missing.join(', ')}`)
}

function describeToken(token: Explanation['token']): string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['User', token.user],
    ['Client', token.client],
    ['Tenant', token.tenant],
    ['Audience', token.audience],
    ['Scopes', token.scopes?.join(' ')],
    ['Roles', token.roles?.join(' ')],
    ['Capabilities', token.capabilities?.join(' ')],
    ['Issued', token.issuedAt],
    ['Expires', token.expiresAt],
  ]
  const rows = facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[`  ${name}`, printable(value)]],
  )
  return [kinds[token.kind], ...alignColumns(rows)]
}

function describeSurfaces(hasColours: boolean, verdicts: readonly Verdict[]): string[] {
  const rows = verdicts.map(({ surface, accepted, reason }) => [
    surfaces[surface],
    accepted ? 'accepted' : 'refused',
    printable(reason),
  ])
  const lines = alignColumns(rows)
  if (!hasColours) return lines
  return lines.map((line, index) =>
    verdicts[index]?.accepted === true
      ? line.replace('accepted', paint('accepted', 'green'))
      : line.replace('refused', paint('refused', 'yellow')),
  )
}

function adviceOn(verdicts: readonly Verdict[]): string[] {
  const lines = verdicts.flatMap(({ check }) => (check === null ? [] : (advice[check] ?? [])))
  return [...new Set(lines)]
}
