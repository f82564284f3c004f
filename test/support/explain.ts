// Asks the double what it makes of a token.
import type { Understudy } from '../../src/api.ts'
import type { Reply } from './understudy.ts'
import { control } from './understudy.ts'

/** @param target the user to be acted upon, by id or user principal name */
export function explain(understudy: Understudy, token: string, target?: string): Promise<Reply> {
  const body = { token, ...(target !== undefined && { target }) }
  return control(understudy, 'POST /_understudy/explain', { body })
}
