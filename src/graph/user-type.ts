// What a user is: how its properties are read from a stored one, and by what users are found and sorted.
import type { User } from '../state/users.ts'
import { isOrdinary } from '../state/users.ts'
import type { EntityType } from './entity-type.ts'
import { readerOfPath } from './entity-type.ts'
import { userFilters } from './user-filters.ts'

export const userType: EntityType<User> = {
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
  readerOf: path => {
    const read = readerOfPath(path)
    const [property = ''] = path.split('/')
    return isOrdinary(property) ? read : ({ rare }) => read(rare)
  },
}
