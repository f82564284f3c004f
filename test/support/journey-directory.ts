// What the programs of `test/journeys/clients` that read the directory share: an administrator's token, and whether anybody was met twice.
import { tokenWith } from './journey-client.ts'

export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The administrator's, with all that reading and writing users takes. */
export function directoryToken(): Promise<string> {
  return tokenWith('admin', 'User.ReadWrite.All', 'User.DeleteRestore.All', 'Directory.Read.All')
}

/** Everything that is there, and what of it is there more than once. */
export function counted(names: readonly unknown[]) {
  const distinct = new Set<unknown>()
  const repeated = new Set<unknown>()
  for (const name of names) (distinct.has(name) ? repeated : distinct).add(name)
  return { distinct, repeated: [...repeated] }
}
