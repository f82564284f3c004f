// Groups: the roles that members have through them, and whom they put out of reach.
import t from 'tap'
import { ROLE_ASSIGNABLE_GROUP, roleIds } from '../../src/state/directory-roles.ts'
import type { Group } from '../../src/state/groups.ts'
import { groupsOf, protectionOf, rolesOf } from '../../src/state/groups.ts'
import { mayAct } from '../../src/state/role-reach.ts'
import type { User } from '../../src/state/users.ts'
import { newAccount } from '../../src/state/users.ts'

const member: User = { ...newAccount, id: 'member' }
const reader: User = { ...member, roles: [roleIds['Global Reader']] }

function group(id: string, rest: Partial<Group> = {}): Group {
  return {
    id,
    displayName: id,
    description: null,
    mailNickname: id,
    securityEnabled: true,
    isAssignableToRole: false,
    roles: [],
    members: [],
    owners: [],
    ...rest,
  }
}

const tenantOf = (...groups: readonly Group[]) => ({ definition: { groups } })
const roles = [roleIds['User Administrator'], roleIds['Global Reader']]

t.test('the roles of a user', async t => {
  t.test('are their own and those of the groups they are a member of, each once', async t => {
    const held = group('held', { isAssignableToRole: true, roles, members: ['member'] })
    t.strictSame(rolesOf(tenantOf(), reader), [roleIds['Global Reader']])
    t.strictSame(rolesOf(tenantOf(held), member), roles)
    t.strictSame(rolesOf(tenantOf(held), reader), [
      roleIds['Global Reader'],
      roleIds['User Administrator'],
    ])
  })

  t.test('are not those of groups they only own', async t => {
    const owned = group('owned', { isAssignableToRole: true, roles, owners: ['member'] })
    t.strictSame(rolesOf(tenantOf(owned), member), [])
  })
})

t.test('a group that roles can be assigned to', async t => {
  for (const part of ['members', 'owners'] as const) {
    t.test(`puts its ${part} out of reach of all but the highest`, async t => {
      const protecting = group('protecting', { isAssignableToRole: true, [part]: ['member'] })
      const protection = protectionOf(tenantOf(protecting), member)
      t.strictSame(protection, [ROLE_ASSIGNABLE_GROUP])
      t.equal(mayAct('revoke', [roleIds['User Administrator']], protection), false)
      t.equal(
        mayAct('revoke', [roleIds['Privileged Authentication Administrator']], protection),
        true,
      )
    })
  }

  t.test('puts nobody else out of reach, nor does another group', async t => {
    const ordinary = group('ordinary', { members: ['member'] })
    const others = group('others', { isAssignableToRole: true, members: ['somebody'] })
    t.strictSame(protectionOf(tenantOf(ordinary, others), member), [])
  })
})

t.test('the groups of a member', async t => {
  const inner = group('inner', { members: ['member'] })
  const outer = group('outer', { members: ['inner'] })
  const outermost = group('outermost', { members: ['outer', 'member'] })
  const alien = group('alien', { members: ['somebody'] })
  const ids = (groups: readonly Group[]) => groups.map(({ id }) => id)

  t.test('are those it is in itself, or those besides that they are in', async t => {
    const tenant = tenantOf(outermost, outer, alien, inner)
    t.strictSame(ids(groupsOf(tenant, 'member', 'direct')), ['outermost', 'inner'])
    t.strictSame(ids(groupsOf(tenant, 'member', 'transitive')), ['outermost', 'outer', 'inner'])
  })

  t.test('are found where groups contain each other in a circle', async t => {
    const tenant = tenantOf({ ...inner, members: ['member', 'outer'] }, outer)
    t.strictSame(ids(groupsOf(tenant, 'member', 'transitive')), ['inner', 'outer'])
  })
})
