// token: an access token for a script, bare.
import { defineCommand, defined } from '../command.ts'

export const token = defineCommand({
  usage: ['[USER]'],
  description: 'Without a USER, the token is app-only.',
  options: {
    scope: {
      value: 'SCOPE',
      multiple: true,
      description: 'A scope of a delegated token.',
      default: 'what the client has consent for',
    },
    role: {
      value: 'ROLE',
      multiple: true,
      description: 'A role of an app-only token.',
      default: 'what the client has consent for',
    },
    client: {
      value: 'CLIENT',
      description: 'The appId of the client.',
      default: 'one that fits',
    },
    capability: {
      value: 'NAME',
      multiple: true,
      description: 'What the client declared: cp1 when it understands claims challenges.',
    },
    lifetime: {
      value: 'SECONDS',
      description: 'Until it expires, as 3600 or 1h; negative for one that already has.',
    },
    audience: {
      value: 'AUDIENCE',
      description: 'Whom it is for.',
      default: 'Microsoft Graph',
    },
    'invalid-signature': { description: 'Sign it so that it does not verify.' },
  },
  examples: [
    'TOKEN=$(graph-understudy token adele --scope User.Read --capability cp1)',
    'graph-understudy token --role User.RevokeSessions.All --lifetime -60',
  ],
  async run(context) {
    const [user] = context.words('[USER]')
    const body = defined({
      user,
      client: context.text('client'),
      scopes: mutable(context.texts('scope')),
      roles: mutable(context.texts('role')),
      capabilities: mutable(context.texts('capability')),
      lifetimeSeconds: context.duration('lifetime'),
      audience: context.text('audience'),
      signature: context.isOn('invalid-signature') ? ('invalid' as const) : undefined,
    })
    const answer = await context.call('control.tokens.issue', {
      query: context.tenantQuery,
      body,
    })
    context.answer(answer, answer.access_token)
  },
})

/** The contract's types know no others. */
function mutable(texts: readonly string[] | undefined): string[] | undefined {
  return texts === undefined ? undefined : [...texts]
}
