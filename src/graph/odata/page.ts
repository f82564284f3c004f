// $skiptoken and @odata.nextLink: where the next page starts, in a token that is opaque to clients and bound to its filter.
import { createHash } from 'node:crypto'
import { graphErrors } from '../errors.ts'

/** The position at which a page starts, or undefined for the first. @throws GraphError when the token was not given out for this filter */
export function readSkipToken(
  token: string | undefined,
  filter: string | undefined,
): number | undefined {
  if (token === undefined) return undefined
  const [row = '', digest] = Buffer.from(token, 'base64url').toString('latin1').split('.')
  if (!/^[0-9]{1,15}$/.test(row) || digest !== digestOf(filter))
    throw graphErrors.skipTokenInvalid()
  return Number(row)
}

/** The address of the next page: this one's, with its query options and another token. */
export function nextLink(
  context: { readonly serviceRoot: string; readonly url: string },
  row: number,
  filter: string | undefined,
): string {
  const { search, pathname } = new URL(context.url, context.serviceRoot)
  const kept = search
    .slice(1)
    .split('&')
    .filter(option => option !== '' && !/^(\$|%24)skiptoken=/i.test(option))
  const token = Buffer.from(`${row}.${digestOf(filter)}`, 'latin1').toString('base64url')
  return `${new URL(context.serviceRoot).origin}${pathname}?${[...kept, `$skiptoken=${token}`].join('&')}`
}

function digestOf(filter = ''): string {
  return createHash('sha256').update(filter).digest('hex').slice(0, 12)
}
