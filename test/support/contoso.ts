// The built-in tenant as the tests know it, and tenants of a test's own.
import { join } from 'node:path'
import type { Test } from 'tap'
import type { FixtureDocument } from '../../src/fixtures/document.ts'

/** The initial domain. */
export const DOMAIN = 'contoso.onmicrosoft.com'
/** As it is in the `tid` of tokens. */
export const TENANT_ID = '5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10'

/** Object ids of users, by what they are known for. */
export const ids = {
  admin: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a10',
  adele: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a01',
  alex: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a02',
  disabled: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a20',
  guest: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a21',
  customer: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a22',
  personal: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a23',
} as const

/** The appIds of the four applications, by what they are. */
export const clients = {
  daemon: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b01',
  spa: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02',
  web: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b03',
  device: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b04',
} as const

/** The user principal name to what stands before its `@`. */
export const upn = (name: string) => `${name}@${DOMAIN}`

/** Writes fixtures into a folder of the test's own, to be given as `fixtures`. */
export function fixtureFolder(t: Test, ...documents: readonly FixtureDocument[]): string {
  const files = documents.map((document, index) => [`${index}.json`, JSON.stringify(document)])
  return join(t.testdir(Object.fromEntries(files)))
}
