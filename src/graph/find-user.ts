// Which user of the caller's tenant an address names.
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'

/** By id or user principal name. A personal account finds itself, and nobody else finds it. */
export function findUser(context: GraphContext, idOrName: string): User | undefined {
  const user = context.caller.tenant.users.find(idOrName)
  return user !== undefined && (isInDirectory(user) || isCaller(context, user)) ? user : undefined
}

/** Whether it is an object of the directory, which a personal account is not. */
export function isInDirectory(user: User): boolean {
  return user.accountType !== 'personal'
}

export function isCaller({ caller }: GraphContext, user: User | undefined): boolean {
  return caller.kind === 'user' && caller.user.id === user?.id
}
