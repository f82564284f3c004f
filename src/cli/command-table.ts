// The commands there are: dispatch, --help and docs/commands.md are made from this table. Each is loaded when it is used.
import type { Command } from './command.ts'

export interface CommandEntry {
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commandTable: Readonly<Record<string, CommandEntry>> = {
  revoke: {
    summary: "Revoke a user's sign-in sessions, as an administrator does.",
    load: async () => (await import('./commands/revoke.ts')).revoke,
  },
  token: {
    summary: 'Issue an access token and print it bare.',
    load: async () => (await import('./commands/token.ts')).token,
  },
  explain: {
    summary: 'Say why a token is accepted or refused, and what would help.',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  requests: {
    summary: 'Show what was asked of a tenant and what it answered; follow it live.',
    load: async () => (await import('./commands/requests.ts')).requests,
  },
  tenants: {
    summary: 'List, show, make and remove tenants.',
    load: async () => (await import('./commands/tenants.ts')).tenants,
  },
  settings: {
    summary: "Show or change a tenant's settings.",
    load: async () => (await import('./commands/settings.ts')).settings,
  },
  clock: {
    summary: "Show, set, advance or freeze a tenant's clock.",
    load: async () => (await import('./commands/clock.ts')).clock,
  },
  faults: {
    summary: 'Plan failures, list them and call them off.',
    load: async () => (await import('./commands/faults.ts')).faults,
  },
  snapshot: {
    summary: 'Take a snapshot; list, download, upload and remove them.',
    load: async () => (await import('./commands/snapshot.ts')).snapshot,
  },
  restore: {
    summary: 'Put everything back to where it was when a snapshot was taken.',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  reset: {
    summary: 'Put a tenant, or all of them, back to where they started.',
    load: async () => (await import('./commands/reset.ts')).reset,
  },
  doctor: {
    summary: 'Check the server, the trust in it and the settings of a client, and say what to do.',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
}
