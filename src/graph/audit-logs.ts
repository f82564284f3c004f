// graph.auditLogs.*: what was changed in the directory, and who signed in. Newest first.
import type { Handler } from '../contract/operations.ts'
import type { Rows } from '../state/rows.ts'
import type { SignInRecord } from '../state/sign-in-log.ts'
import type { GraphContext } from './context.ts'
import {
  auditId,
  auditReaders,
  directoryAuditFilters,
  toDirectoryAudit,
} from './directory-audit.ts'
import { getEntity } from './entities.ts'
import type { EntityType } from './entity-type.ts'
import { listPage } from './odata/list.ts'
import { pickSelected } from './odata/select.ts'
import { arrivedIn, assertMayReadReports } from './report-access.ts'
import { signInFilters, signInReaders, toSignIn } from './sign-in-entity.ts'

const AUDITS = 'auditLogs/directoryAudits'
const SIGN_INS = 'auditLogs/signIns'

/** Of the logs, where `$top` is left out. @see https://learn.microsoft.com/graph/api/signin-list */
const PAGE_SIZE = 1000

export const listDirectoryAudits: Handler<
  'graph.auditLogs.listDirectoryAudits',
  GraphContext
> = async (request, context) => {
  assertMayReadReports(context)
  const { tenant } = context.caller
  const body = await listPage(context, request, {
    type: {
      schema: 'directoryAudit',
      filters: directoryAuditFilters,
      readerOf: auditReaders(tenant),
    },
    set: AUDITS,
    rows: tenant.directoryAudits,
    newestFirst: true,
    isListed: arrivedIn(context),
    pageSize: PAGE_SIZE,
    toEntity: (record, selection) => pickSelected(toDirectoryAudit(tenant, record), selection),
  })
  return { status: 200, body }
}

export const getDirectoryAudit: Handler<'graph.auditLogs.getDirectoryAudit', GraphContext> = (
  { path, query },
  context,
) => {
  assertMayReadReports(context)
  const { tenant } = context.caller
  const wanted = path.directoryAuditId.toLowerCase()
  const record = first(
    tenant.directoryAudits,
    one => auditId(tenant, one).toLowerCase() === wanted,
    arrivedIn(context),
  )
  const entity = record && toDirectoryAudit(tenant, record)
  const type = { schema: 'directoryAudit', set: AUDITS }
  return getEntity(context, query.$select, type, entity, path.directoryAuditId)
}

const signInType: EntityType<SignInRecord> = {
  schema: 'signIn',
  filters: signInFilters,
  readerOf: signInReaders,
}

export const listSignIns: Handler<'graph.auditLogs.listSignIns', GraphContext> = async (
  request,
  context,
) => {
  assertMayReadReports(context)
  const { tenant } = context.caller
  const hasArrived = arrivedIn(context)
  const isOfInterest = signInsOfInterest(context, request.query.$filter)
  const body = await listPage(context, request, {
    type: signInType,
    set: SIGN_INS,
    rows: tenant.signInLog,
    newestFirst: true,
    isListed: record => isOfInterest(record) && hasArrived(record),
    pageSize: PAGE_SIZE,
    toEntity: (record, selection) => pickSelected(toSignIn(tenant, record), selection),
  })
  return { status: 200, body }
}

export const getSignIn: Handler<'graph.auditLogs.getSignIn', GraphContext> = (
  { path, query },
  context,
) => {
  assertMayReadReports(context)
  const { tenant } = context.caller
  const wanted = path.signInId.toLowerCase()
  const isShown = (record: SignInRecord) => context.version === 'beta' || isInteractive(record)
  const hasArrived = arrivedIn(context)
  const record = first(
    tenant.signInLog,
    ({ id }) => id === wanted,
    one => isShown(one) && hasArrived(one),
  )
  const entity = record && toSignIn(tenant, record)
  return getEntity(
    context,
    query.$select,
    { schema: 'signIn', set: SIGN_INS },
    entity,
    path.signInId,
  )
}

/**
 * Interactive ones, as long as nobody asks for others by their type, which only beta knows.
 * @see https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
function signInsOfInterest(
  { version }: GraphContext,
  $filter = '',
): (record: SignInRecord) => boolean {
  return version === 'beta' && $filter.includes('signInEventTypes') ? () => true : isInteractive
}

function isInteractive({ eventType }: SignInRecord): boolean {
  return eventType === 'interactiveUser'
}

/** The latest of them. */
function first<T>(
  records: Rows<T>,
  ...conditions: readonly ((record: T) => boolean)[]
): T | undefined {
  for (let slot = records.slots - 1; slot >= 0; slot--) {
    const record = records.at(slot)
    if (record !== undefined && conditions.every(holds => holds(record))) return record
  }
  return undefined
}
