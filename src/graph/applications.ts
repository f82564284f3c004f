// graph.applications.*: the applications that are registered in the tenant.
import type { Handler } from '../contract/operations.ts'
import type { Application } from '../state/applications.ts'
import { toApplication } from './application-entity.ts'
import type { GraphContext } from './context.ts'
import { applicationFilters } from './directory-filters.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'
import { readKey } from './key-syntax.ts'

const applications = entitySet('applications', 'application', applicationFilters)

export const list: Handler<'graph.applications.list', GraphContext> = (request, context) => {
  const { tenant } = context.caller
  const all = visibleApplications(context).map(one => toApplication(tenant, one))
  return listEntities(context, request, applications, all)
}

export const get: Handler<'graph.applications.get', GraphContext> = ({ path, query }, context) => {
  const { tenant } = context.caller
  const { id, alternate = '' } = readKey(path.applicationId, 'appId')
  const found = tenant.applications.find(id ?? alternate)
  // The collection finds by either key, and each has its own place in the address.
  const isMeant = id === undefined || found?.id === id.toLowerCase()
  const entity = isMeant && found !== undefined ? toApplication(tenant, found) : undefined
  return getEntity(context, query.$select, applications, entity, id ?? alternate)
}

/** A personal account sees those that are its own, and none is. */
function visibleApplications({ caller }: GraphContext): readonly Application[] {
  const isPersonal = caller.kind === 'user' && caller.user.accountType === 'personal'
  return isPersonal ? [] : caller.tenant.applications.rows
}
