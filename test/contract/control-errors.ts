// What can go wrong with every operation of the control surface, and where its cases that change something are tried.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import type { Case, Sent } from './cases.ts'
import { json, large, malformed, notSaidToBeJson } from './cases.ts'

/** Of all operations with one noun. */
export type CasesOf<Noun extends string> = Readonly<
  Record<Extract<OperationIdOf<'control'>, `control.${Noun}.${string}`>, readonly Case[]>
>

/** What can go wrong with any operation; `good` would succeed. */
export const commonErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'a parameter is misspelt', query: '?tenent=contoso' },
  { ...good, status: 403, when: 'another origin asks', headers: from('origin', 'http://a.test') },
  { ...good, status: 403, when: "another site's page asks", headers: from('sec-fetch-site') },
  { ...good, status: 421, when: 'the host is foreign', host: 'evil.example' },
  { ...good, status: 500, when: 'the double itself fails', to: 'broken' },
]

const from = (header: string, value = 'cross-site') => ({ [header]: value })

export const keyErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 401, when: 'the key is missing', to: 'locked' },
  { ...good, status: 401, when: 'the key is wrong', to: 'locked', token: 'malformed' },
]

export const tenantErrors = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'two tenants are named', query: '?tenant=a&tenant=b' },
  { ...good, status: 404, when: 'there is no such tenant', query: '?tenant=fabrikam.com' },
]

export const unreadableBodies = (good: Sent = {}): Case[] => [
  { ...good, status: 400, when: 'the body is not JSON', ...malformed },
  { ...good, status: 413, when: 'the body is large', ...large },
  { ...good, status: 415, when: 'the body is not said to be JSON', ...notSaidToBeJson },
]

export const bodyErrors = (good: Sent = {}): Case[] => [
  ...unreadableBodies(good),
  { ...good, status: 400, when: 'the body is no object', ...json([]) },
  { ...good, status: 400, when: 'the body has an unknown member', ...json({ colour: 'red' }) },
]

/** At a double of which nothing else depends on the settings or the revocations. */
export const apart: Sent = { to: 'locked', token: 'controlKey' }
