// Reads the audit and sign-in logs as somebody who may.
import type { Understudy } from '../../src/api.ts'
import type { components } from '../../src/contract/generated.ts'
import type { SignInEventType } from '../../src/state/sign-in-log.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { graph, tokenFor } from './understudy.ts'

export type SignIn = components['schemas']['signIn']
export type DirectoryAudit = components['schemas']['directoryAudit']

/** An application that may read what this is about. */
export const auditor: TokenRequest = {
  roles: ['AuditLog.Read.All', 'Directory.Read.All', 'Application.Read.All'],
}

/** What is listed at an address below the version; rejects unless the answer is 200. */
export async function listed(
  understudy: Understudy,
  path: string,
  request: TokenRequest = auditor,
): Promise<readonly unknown[]> {
  const token = await tokenFor(understudy, request)
  const { status, json, text } = await graph(understudy, `GET /${path}`, { token })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  return Object(json).value
}

/** Sign-ins of one kind, newest first. */
export async function signInsOf(
  understudy: Understudy,
  eventType: SignInEventType = 'interactiveUser',
): Promise<readonly SignIn[]> {
  const $filter = encodeURIComponent(`signInEventTypes/any(t: t eq '${eventType}')`)
  return listed(understudy, `beta/auditLogs/signIns?$filter=${$filter}`).then(toSignIns)
}

/** What was changed in the directory, newest first. */
export async function auditsOf(
  understudy: Understudy,
  query = '',
): Promise<readonly DirectoryAudit[]> {
  return listed(understudy, `v1.0/auditLogs/directoryAudits${query}`).then(toAudits)
}

const toSignIns = (entries: readonly unknown[]): readonly SignIn[] => entries.map(Object)
const toAudits = (entries: readonly unknown[]): readonly DirectoryAudit[] => entries.map(Object)
