// Bodies of batches made at random and made to hurt: wide, deep, long, odd characters, and parts that ask for much.
import fc from 'fast-check'
import { anyQuery, anyText, targetOf } from './odata-fuzz.ts'

/** Every one of them is asked for, a thousand users at a time. */
const dear = [
  'id,displayName,userPrincipalName,mail,givenName,surname,jobTitle,department,city,country,state',
  'accountEnabled,businessPhones,otherMails,proxyAddresses,identities,assignedLicenses,createdDateTime',
  'signInSessionsValidFromDateTime,lastPasswordChangeDateTime,onPremisesExtensionAttributes',
].join()

const list = anyQuery.map(targetOf)

const url = fc.oneof(
  list,
  list,
  fc.constantFrom(
    '/me',
    'me',
    '/users/$count',
    '/$batch',
    '/nowhere',
    `/users?$top=999&$select=${dear}`,
  ),
  anyText.map(text => `/users/${text}`),
  anyText.map(text => `/users('${text}')/revokeSignInSessions`),
  anyText,
)

const header = fc.oneof(
  fc.constant({ ConsistencyLevel: 'eventual' }),
  fc.constant({ 'Content-Type': 'application/json' }),
  fc.record({ Prefer: anyText }),
  fc.record({ 'client-request-id': anyText }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 }),
)

const part = fc.record(
  {
    id: fc.oneof(fc.constantFrom('1', '2', 'a', 'A'), anyText, fc.jsonValue()),
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'get'), anyText),
    url: fc.oneof({ arbitrary: url, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 }),
    headers: fc.oneof({ arbitrary: header, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 }),
    body: fc.jsonValue(),
    dependsOn: fc.array(fc.constantFrom('1', '2', 'a', 'A', '0'), { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'method', 'url'] },
)

/** Parts that can be read, so that many of them run. */
const sound = fc
  .array(fc.tuple(url, header), { minLength: 1, maxLength: 20 })
  .map(parts =>
    parts.map(([url, headers], index) => ({ id: String(index), method: 'GET', url, headers })),
  )

/** JSON that is one thing again and again. */
function repeated(longest: number): fc.Arbitrary<string> {
  return fc
    .record({
      piece: fc.constantFrom(
        '{}',
        '1',
        '""',
        '[]',
        '{"id":"1","method":"GET","url":"/me"}',
        '"\\""',
      ),
      length: fc.constantFrom(100, 10_000, longest),
    })
    .map(({ piece, length }) => {
      const pieces = Array(Math.ceil(length / (piece.length + 1))).fill(piece)
      return `{"requests":[${pieces.join()}]}`
    })
}

/** A text of one part that is as long as may be. */
function stretched(longest: number): fc.Arbitrary<string> {
  return fc
    .record({
      member: fc.constantFrom('id', 'method', 'url', 'body', 'header'),
      piece: fc.constantFrom('x', '/', "'", '%41', 'é', "mail eq 'x' or ", 'a=b&', '\\"'),
      length: fc.constantFrom(1000, 20_000, longest),
    })
    .map(({ member, piece, length }) => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      const one = {
        id: '1',
        method: 'PATCH',
        url: '/me',
        headers: { 'content-type': 'application/json' },
      }
      const given = {
        id: { id: text },
        method: { method: text },
        url: { method: 'GET', url: `/users?$filter=${text}` },
        body: { body: { displayName: text } },
        header: { headers: { prefer: text } },
      }[member]
      return JSON.stringify({ requests: [{ ...one, body: {}, ...given }] })
    })
}

const brackets = fc
  .record({ open: fc.constantFrom('[', '{"a":'), depth: fc.constantFrom(50, 101, 5000) })
  .map(({ open, depth }) => `{"requests":${open.repeat(depth)}`)

/** The text of a batch. @param longest about how many characters the longest of them have */
export function anyBatch(longest: number): fc.Arbitrary<string> {
  const asText = (requests: unknown) => JSON.stringify({ requests })
  return fc.oneof(
    { arbitrary: sound.map(asText), weight: 4 },
    { arbitrary: fc.array(part, { maxLength: 22 }).map(asText), weight: 3 },
    { arbitrary: stretched(longest), weight: 2 },
    { arbitrary: repeated(longest), weight: 1 },
    { arbitrary: fc.oneof(brackets, anyText), weight: 1 },
  )
}
