// What a user is: how its properties are read from a stored one.
import type { User } from '../state/users.ts'
import { isOrdinary } from '../state/users.ts'
import type { EntityType } from './entity-type.ts'
import { readerOfPath } from './entity-type.ts'
import { userFilters } from './user-filters.ts'

export const userType: EntityType<User> = {
  schema: 'user',
  filters: userFilters,
  readerOf: path => {
    const read = readerOfPath(path)
    const [property = ''] = path.split('/')
    return isOrdinary(property) ? read : ({ rare }) => read(rare)
  },
}
