// What can go wrong with any operation of the sign-in surface.
import type { Case, Sent } from './cases.ts'
import { form, largeForm } from './cases.ts'

/** @param good would succeed */
export const commonErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 421, when: 'the host is foreign', host: 'evil.example' },
  { ...good, status: 500, when: 'the double itself fails', to: 'broken' },
]

export const tenantErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'there is no such tenant', authorityTenant: 'fabrikam.com' },
]

/** Where some parameter is required. */
export const formMissing: readonly Case[] = [
  { status: 400, when: 'there is no form' },
  {
    status: 400,
    when: 'the body is not said to be a form',
    headers: { 'content-type': 'text/plain' },
    body: 'client_id=1',
  },
]

/** @param field a parameter of the operation */
export const formErrors = (field: string): Case[] => [
  { ...form({}), status: 400, when: 'a parameter is given twice', body: `${field}=1&${field}=2` },
  { ...largeForm, status: 413, when: 'the form is large' },
]
