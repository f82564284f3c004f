// A stored user as Microsoft Graph returns it: the selected properties, and the context that says which they are.
import type { components } from '../contract/generated.ts'
import type { LastSignIn, SignInActivity } from '../state/sign-in-log.ts'
import type { Tenant } from '../state/tenant.ts'
import { validFrom } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { toDateTime } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import type { Selection } from './odata/select.ts'
import { entityContext, readSelection } from './odata/select.ts'
import { assertMayReadActivity } from './report-access.ts'
import { unset } from './unset-properties.ts'

type UserEntity = components['schemas']['user']

/**
 * What `$select` asks for of a user.
 * @throws GraphError naming the first property that a user does not have in this version; 403 for what only readers of reports may see
 */
export function selectionOf(context: GraphContext, select: string | undefined): Selection {
  const selection = readSelection(select, context.shapes.of('user'))
  if (selection.properties.includes('signInActivity')) assertMayReadActivity(context)
  return selection
}

/** One user on its own. */
export function toEntity(
  { caller: { tenant }, serviceRoot }: GraphContext,
  user: User,
  selection: Selection,
): UserEntity {
  const entity = { '@odata.context': entityContext(serviceRoot, 'users', selection) }
  return fill(entity, tenant, user, selection)
}

/** One user of a collection. */
export function toSelected(tenant: Tenant, user: User, selection: Selection): UserEntity {
  return fill({}, tenant, user, selection)
}

function fill(
  entity: Record<string, unknown>,
  tenant: Tenant,
  user: User,
  { properties }: Selection,
): UserEntity {
  for (const property of properties) entity[property] = readProperty(tenant, user, property)
  return entity
}

const neverSet: Readonly<Record<string, unknown>> = unset

function readProperty(tenant: Tenant, user: User, property: string): unknown {
  const stored: Readonly<Record<string, unknown>> = user
  if (property in stored) return stored[property]
  switch (property) {
    case 'signInSessionsValidFromDateTime':
    case 'refreshTokensValidFromDateTime':
      return toDateTime(validFrom(tenant, user).at)
    case 'signInActivity':
      return toSignInActivity(tenant.signInActivities.get(user.id))
    default: {
      const rare: Readonly<Record<string, unknown>> = user.rare
      return rare[property] ?? neverSet[property]
    }
  }
}

/** Null for somebody who has not signed in yet. */
export function toSignInActivity(
  activity: SignInActivity | undefined,
): UserEntity['signInActivity'] {
  if (activity === undefined) return null
  const { interactive, nonInteractive, successful } = activity
  return {
    lastSignInDateTime: dateTimeOf(interactive),
    lastSignInRequestId: interactive?.requestId ?? null,
    lastNonInteractiveSignInDateTime: dateTimeOf(nonInteractive),
    lastNonInteractiveSignInRequestId: nonInteractive?.requestId ?? null,
    lastSuccessfulSignInDateTime: dateTimeOf(successful),
    lastSuccessfulSignInRequestId: successful?.requestId ?? null,
  }
}

function dateTimeOf(last: LastSignIn | undefined): string | null {
  return last === undefined ? null : toDateTime(last.at)
}
