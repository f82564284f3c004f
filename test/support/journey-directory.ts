// What the programs of `test/journeys/clients` that read the directory share: permissions, and ways to be refused.
import { tokenWith } from './journey-client.ts'

export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The administrator's, with all that reading and writing users takes. */
export function directoryToken(): Promise<string> {
  return tokenWith('admin', 'User.ReadWrite.All', 'User.DeleteRestore.All', 'Directory.Read.All')
}

/** Those that are there once each, and those that are there oftener. */
export function counted(names: readonly unknown[]) {
  const once = new Set<unknown>()
  const oftener = new Set<unknown>()
  for (const name of names) (once.has(name) ? oftener : once).add(name)
  return { once, oftener: [...oftener] }
}
