// Made-up users in any number, the same ones every time, for tests of paging and of scale.
import type { TenantDefinition } from './tenant.ts'
import type { User } from './users.ts'
import { newAccount } from './users.ts'

/** `user000000@<initial domain>` and so on. */
export function generateUsers({
  id,
  domains,
  createdDateTime,
  generatedUsers,
}: TenantDefinition): User[] {
  const idPrefix = idPrefixOf(id)
  return Array.from({ length: generatedUsers }, (_, index) => {
    const number = String(index).padStart(6, '0')
    const userPrincipalName = `user${number}@${domains[0]}`
    return {
      ...newAccount,
      createdDateTime,
      password: 'generated-Passw0rd',
      id: `${idPrefix}${index.toString(16).padStart(12, '0')}`,
      displayName: `User ${number}`,
      givenName: 'User',
      surname: number,
      mail: userPrincipalName,
      mailNickname: `user${number}`,
      userPrincipalName,
    }
  })
}

/** Whether a user of the tenant was made up. */
export function isGenerated(user: User, { id, generatedUsers }: TenantDefinition): boolean {
  return generatedUsers > 0 && user.id.startsWith(idPrefixOf(id))
}

function idPrefixOf(tenantId: string): string {
  return `${tenantId.slice(0, 8)}-0000-4000-8000-`
}
