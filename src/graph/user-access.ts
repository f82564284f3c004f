// Who may write what of whom, before anything is written.
import type { components } from '../contract/generated.ts'
import type { UserAction } from '../state/role-reach.ts'
import type { User } from '../state/users.ts'
import { denialOfAction, denialOfProperties, denialOfWriting } from '../tokens/user-permissions.ts'
import { unknownProperty } from './body-errors.ts'
import type { GraphContext } from './context.ts'
import { deniedBy } from './context.ts'
import { isCaller } from './find-user.ts'

export type UserChanges = components['schemas']['userChanges']

/**
 * @param target undefined when there is no such user: who could do it to nobody is told so, and not that the user is unknown
 * @throws GraphError 403 unless a directory role lets the caller do it to the user
 */
export function assertMay(context: GraphContext, action: UserAction, target?: User): void {
  const denial = denialOfAction(action, context.caller, target)
  if (denial !== undefined) throw deniedBy(denial)
}

/**
 * @param target undefined when there is no such user
 * @throws GraphError 400 for a property that is not of this version, 403 unless permissions and roles let the caller write all of them
 */
export function assertMayWrite(
  context: GraphContext,
  changes: UserChanges,
  target: User | undefined,
): void {
  assertOfVersion(context, changes)
  const { caller, operation } = context
  const properties = Object.keys(changes).filter(name => !name.startsWith('@'))
  const denial =
    denialOfWriting(operation, caller, properties, isCaller(context, target)) ??
    denialOfProperties(caller, properties, target)
  if (denial !== undefined) throw deniedBy(denial)
}

/** @throws GraphError 400 for a property that only the other version has */
export function assertOfVersion({ shapes }: GraphContext, changes: UserChanges): void {
  const { absent } = shapes.of('userChanges')
  const stranger = Object.keys(changes).find(name => absent.has(name))
  if (stranger !== undefined) throw unknownProperty(stranger)
}
