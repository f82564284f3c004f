// What can go wrong with many operations of the Graph surface, whatever they do.
import type { Case, Sent } from './cases.ts'

/** What can go wrong with any operation; `good` would succeed. */
export const commonErrors = (
  { token: _, ...good }: Sent,
  token: 'member' | 'admin' | 'app' | 'openId',
): Case[] => [
  { ...good, status: 401, when: 'there is no token' },
  { ...good, status: 401, when: 'the token is no JWT', token: 'malformed' },
  { ...good, status: 401, when: 'the signature does not verify', token: 'forged' },
  { ...good, status: 401, when: 'the token is for another audience', token: 'foreign' },
  { ...good, status: 401, when: 'the token is of another issuer', token: 'strange' },
  { ...good, status: 401, when: 'the token has expired', token: 'expired' },
  { ...good, status: 401, when: 'the token is not valid yet', token: 'early' },
  { ...good, status: 401, when: 'its user does not exist', token: 'orphaned' },
  { ...good, status: 401, when: 'the account is disabled', token: 'disabled' },
  { ...good, status: 401, when: 'the sessions were revoked', token: 'revoked' },
  { ...good, status: 403, when: 'the token has no fitting permission', token: 'powerless' },
  { ...good, status: 421, when: 'the host is foreign', token, host: 'evil.example' },
  { ...good, status: 500, when: 'the double itself fails', token, to: 'broken' },
]

export const selectErrors = (good: Sent): Case[] => [
  { ...good, status: 400, when: '$select names no property', query: '?$select=shoeSize' },
  { ...good, status: 400, when: '$select is given twice', query: '?$select=id&$select=mail' },
  { ...good, status: 400, when: 'it is asked to expand', query: '?$expand=manager' },
]
