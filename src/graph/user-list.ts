// Lists of users: of those there are, and of those that were deleted.
import type { components } from '../contract/generated.ts'
import type { Rows } from '../state/rows.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import type { Findable } from './odata/find.ts'
import type { Page } from './odata/list.ts'
import { listPage } from './odata/list.ts'
import type { ListRequest } from './odata/query.ts'
import { selectionOf, toSelected } from './user-entity.ts'
import { userTypeIn } from './user-type.ts'

/** How many users a page holds when `$top` is left out. @see https://learn.microsoft.com/graph/api/user-list */
const PAGE_SIZE = 100
/** How many it may hold with signInActivity, by the same page. */
const LARGEST_ACTIVITY_PAGE = 120

export function findableUsers(
  context: GraphContext,
  rows: Rows<User>,
  isListed: (user: User) => boolean,
): Findable<User> {
  return { type: userTypeIn(context), set: 'users', rows, isListed }
}

/** @throws GraphError on an option that cannot be applied, and for signInActivity unless the caller may read it */
export async function listUserPage(
  context: GraphContext,
  request: ListRequest,
  users: Findable<User>,
): Promise<{ status: 200; body: Page<components['schemas']['user']> }> {
  const { tenant } = context.caller
  const { $select, $top = PAGE_SIZE } = request.query
  const { properties } = selectionOf(context, $select)
  if (properties.includes('signInActivity') && $top > LARGEST_ACTIVITY_PAGE)
    throw graphErrors.activityPageTooLarge()
  const body = await listPage(context, request, {
    ...users,
    pageSize: PAGE_SIZE,
    toEntity: (user, selection) => toSelected(tenant, user, selection),
  })
  return { status: 200, body }
}
