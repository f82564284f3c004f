// Which recorded requests a query of the control surface asks for.
import type { operations } from '../contract/generated.ts'
import { findClient } from '../faults/matching.ts'
import type { Entry } from '../journal/entry.ts'
import type { Query } from '../journal/query.ts'
import type { Tenant } from '../state/tenant.ts'
import { findUser } from '../state/tenant-users.ts'
import type { ControlContext } from './context.ts'
import { assertClient, assertOperation, assertUser } from './known-names.ts'

type Asked = NonNullable<operations['control.requests.list']['parameters']['query']>

/** @throws NotFound for a name that means nothing in the tenant, nor did when it was asked something */
export function readQuery(
  asked: Asked,
  tenant: Tenant,
  { operations, journal }: ControlContext,
): Query {
  const { operationId, surface, status, errorCode, since } = asked
  const entries = journal.list(tenant.definition.id)
  assertOperation(operationId, operations)
  return {
    operationId,
    surface,
    user: userOf(asked.user, tenant, entries),
    client: clientOf(asked.client, tenant, entries),
    status,
    errorCode: errorCode?.replace(/^AADSTS/i, ''),
    since: since === undefined ? undefined : Date.parse(since),
  }
}

/** Somebody who is not there any more may have asked something while still there. */
function userOf(name: string | undefined, tenant: Tenant, entries: readonly Entry[]) {
  const user = name === undefined ? undefined : findUser(tenant, name)
  if (user !== undefined || name === undefined) return user?.userPrincipalName
  const wanted = name.toLowerCase()
  const found = entries.find(entry => entry.user?.toLowerCase() === wanted)
  if (found === undefined) assertUser(name, tenant)
  return found?.user
}

function clientOf(name: string | undefined, tenant: Tenant, entries: readonly Entry[]) {
  const client = name === undefined ? undefined : findClient(tenant, name)
  if (client !== undefined || name === undefined) return client?.appId
  const found = entries.find(entry => entry.client === name.toLowerCase())
  if (found === undefined) assertClient(name, tenant)
  return found?.client
}
