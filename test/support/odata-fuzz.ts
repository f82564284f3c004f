// Query options made at random and made to hurt: deep, long, odd characters, bait for regular expressions, long lists, many lambdas.
import fc from 'fast-check'

const pieces = [
  ...[
    "'",
    '"',
    '\\',
    '(',
    ')',
    ',',
    '/',
    ':',
    ' ',
    '-',
    '$',
    '@',
    '.',
    '%',
    '*',
    '\u0000',
    '\ud800',
  ],
  ...[
    'and',
    'or',
    'not',
    'AND',
    'OR',
    'eq',
    'ne',
    'ge',
    'le',
    'gt',
    'in',
    'has',
    'add',
    'asc',
    'desc',
  ],
  ...['displayName', 'mail', 'accountEnabled', 'otherMails', 'identities', 'assignedLicenses'],
  ...['createdDateTime', 'id', 'signInActivity/lastSignInDateTime', 'constructor', '__proto__'],
  ...['/any(', 'any(x:x', '/any()', '/$count', 'startsWith(', 'endsWith(', 'contains(', '/all('],
  ...["'x'", "''", 'true', 'null', '0', '-1', '1e9', '9'.repeat(400), '2024-03-01T12:00:00Z'],
  ...[
    '2024-02-30T12:00:00Z',
    '6e7b768e-07e2-4810-8459-485f84f8f204',
    '"displayName:a"',
    '"mail:b"',
  ],
  ...['İ', 'ß', 'ς', '𝒳', '李四', 'é', '\u0301', '\u200f'],
] as const

const soup = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60, size: 'max' })
  .chain(parts => fc.constantFrom('', ' ').map(gap => parts.join(gap)))

/** Text that is one thing again and again, up to a length. */
const runs = fc
  .record({
    piece: fc.constantFrom(
      ...['(', "'", '"', '\\"', 'not ', 'startsWith(mail,', 'otherMails/any(x:', '-', '1', 'x/'],
      ...["mail eq 'x' or ", "mail in ('x','x') and ", "otherMails/any(x:x eq 'y') or "],
      ...[
        '"displayName:a" OR ',
        '("mail:a" AND ',
        'displayName,',
        'displayName desc,',
        'aA1.',
        ' ',
      ],
      ...['2024-03-01T12:00:00.', '0000-', '﷽', 'e\u0301'],
    ),
    length: fc.constantFrom(10, 100, 1000, 5000),
    end: fc.constantFrom('', "mail eq 'x'", "'", '"', ')'),
  })
  .map(({ piece, length, end }) => piece.repeat(Math.ceil(length / piece.length)) + end)

/** Filters that are read and take much to try: many conditions on long texts. */
const heavy = fc
  .record({
    condition: fc.constantFrom(
      "startsWith(displayName,'User 00')",
      "endsWith(mail,'.com')",
      "displayName ne 'x'",
      "otherMails/any(m:m ge 'a' and m le 'b')",
      `displayName in (${Array(100).fill("'x'")})`,
    ),
    connective: fc.constantFrom(' and ', ' or '),
    count: fc.constantFrom(1, 20, 100),
  })
  .map(({ condition, connective, count }) => Array(count).fill(condition).join(connective))

/** Any text for any option. */
export const anyText = fc.oneof(soup, runs, heavy, fc.string({ unit: 'binary', maxLength: 50 }))

export interface AnyQuery {
  readonly path: 'users' | 'users/$count'
  readonly options: Readonly<Record<string, string>>
  readonly isEventual: boolean
}

/** A request for a list or a count; an address longer than servers read is none. */
export const anyQuery: fc.Arbitrary<AnyQuery> = fc.record({
  path: fc.constantFrom('users', 'users', 'users', 'users/$count'),
  options: fc.record(
    {
      $filter: anyText,
      $search: anyText,
      $orderby: fc.oneof(anyText, fc.constantFrom('displayName', 'createdDateTime desc')),
      $skiptoken: anyText,
      $count: fc.constantFrom('true', 'false'),
      $top: fc.constantFrom('1', '999'),
      $select: fc.oneof(anyText, fc.constantFrom('id')),
    },
    { requiredKeys: [] },
  ),
  isEventual: fc.boolean(),
})

/** The address below the version; what cannot be encoded has become something that can. */
export function targetOf({ path, options }: AnyQuery): string {
  const query = Object.entries(options).map(
    ([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value).toString())}`,
  )
  return `/${path}?${query.join('&')}`
}

/** The whole address. */
export function addressOf(query: AnyQuery): string {
  return `https://graph.microsoft.com/v1.0${targetOf(query)}`
}
