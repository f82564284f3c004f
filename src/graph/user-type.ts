// What a user is: by what users are found and sorted, and how their properties are read.
import type { User } from '../state/users.ts'
import { isOrdinary } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import type { EntityType } from './entity-type.ts'
import { readerOfPath } from './entity-type.ts'
import { assertMayReadActivity } from './report-access.ts'
import { toSignInActivity } from './user-entity.ts'
import { userFilters } from './user-filters.ts'

export const userType: Pick<EntityType<User>, 'schema' | 'filters' | 'sorting'> = {
  schema: 'user',
  filters: userFilters,
  // https://learn.microsoft.com/graph/aad-advanced-queries#support-for-sorting-by-properties-of-microsoft-entra-id-directory-objects
  sorting: {
    by: {
      displayName: { type: 'string', level: 'default' },
      userPrincipalName: { type: 'string', level: 'default' },
      createdDateTime: { type: 'dateTime', level: 'advanced' },
      deletedDateTime: { type: 'dateTime', level: 'advanced' },
    },
    filtered: 'advanced',
  },
}

/** The users of the caller's tenant. Asked for signInActivity, its reader throws a GraphError unless the caller may read it. */
export function userTypeIn(context: GraphContext): EntityType<User> {
  return {
    ...userType,
    readerOf: path => (isActivity(path) ? activityReader(context, path) : storedReader(path)),
    isKeptElsewhere: isActivity,
  }
}

const ACTIVITY = 'signInActivity'

function isActivity(path: string): boolean {
  return path.startsWith(`${ACTIVITY}/`)
}

function activityReader(context: GraphContext, path: string): (user: User) => unknown {
  assertMayReadActivity(context)
  const { signInActivities } = context.caller.tenant
  const read = readerOfPath(path.slice(ACTIVITY.length + 1))
  return ({ id }) => read(toSignInActivity(signInActivities.get(id)))
}

function storedReader(path: string): (user: User) => unknown {
  const read = readerOfPath(path)
  const [property = ''] = path.split('/')
  return isOrdinary(property) ? read : ({ rare }) => read(rare)
}
