// The $filter language of users: what is kept, what is refused and as which kind.
import t from 'tap'
import type { ODataErrorKind } from '../../../src/graph/odata/errors.ts'
import type { Entity } from './apply-filter.ts'
import { keeps, refusal } from './apply-filter.ts'

const ada: Entity = {
  id: '6e7b768e-07e2-4810-8459-485f84f8f204',
  accountEnabled: true,
  createdDateTime: '2024-03-01T12:00:00Z',
  displayName: "Ada O'Neil",
  mail: 'Ada@contoso.com',
  userPrincipalName: 'ada@contoso.com',
  userType: 'Member',
  jobTitle: null,
}

const kept: readonly string[] = [
  'accountEnabled eq true',
  'accountEnabled ne false',
  'accountEnabled in (false, true)',
  'AccountEnabled EQ True',
  "displayName eq 'ADA o''neil'",
  "displayName ne 'Ada'",
  "displayName in ('Bob','ada o''neil')",
  "displayName ge 'ada o''neil' and displayName le 'ada o''neil'",
  "displayName ge 'Ab' and displayName le 'aE'",
  "startsWith(displayName,'ada')",
  "startswith( displayName , '' )",
  "ENDSWITH(mail,'@CONTOSO.COM')",
  "id eq '6E7B768E-07E2-4810-8459-485F84F8F204'",
  'createdDateTime eq 2024-03-01T13:00:00.000+01:00',
  'createdDateTime le 2024-03-01t12:00z',
  'createdDateTime ge 2024-03-01T11:59:59.999999999999Z',
  'createdDateTime ne 2024-03-01T12:00:00.0000001Z',
  'createdDateTime in (2020-01-01T00:00:00Z, 2024-03-01T01:30:00-10:30)',
  'jobTitle eq null',
  'displayName ne null',
  "jobTitle ne 'x'",
  "not (displayName eq 'Bob')",
  "not startsWith(displayName,'Bob')",
  "NOT not(displayName eq 'Ada O''Neil')",
  "not startsWith(jobTitle,'x')",
  "((displayName) eq ('ada o''neil'))",
  "userType eq 'Guest' and accountEnabled eq false or mail eq 'ada@contoso.com'",
  "mail eq 'ada@contoso.com' or userType eq 'Guest' and accountEnabled eq false",
  "\t(userType eq 'Guest'or accountEnabled eq true)and(mail\nge 'a')\r\n",
]

const dropped: readonly string[] = [
  'accountEnabled eq false',
  "displayName eq 'Ada'",
  "displayName ge 'ae'",
  "displayName le 'ab'",
  "startsWith(displayName,'neil')",
  "endsWith(mail,'@contoso')",
  "displayName in ('Bob')",
  'createdDateTime ge 2024-03-01T12:00:00.0005Z',
  'createdDateTime le 2024-03-01T11:59:59.9999999Z',
  "jobTitle eq 'x'",
  "jobTitle eq ''",
  "jobTitle ge ''",
  "jobTitle le 'z'",
  "jobTitle in ('x')",
  "startsWith(jobTitle,'')",
  "city eq 'Rome'",
  'jobTitle ne null',
  'displayName eq null',
  "(userType eq 'Guest' or mail eq 'ada@contoso.com') and accountEnabled eq false",
  "not (userType eq 'Guest') and accountEnabled eq false",
]

t.test('a filter on users', async t => {
  for (const filter of kept) t.equal(keeps(filter, ada), true, `keeps the user: ${filter}`)
  for (const filter of dropped) t.equal(keeps(filter, ada), false, `drops the user: ${filter}`)

  t.test('folds the case of Greek wherever a sigma stands', async t => {
    t.equal(keeps("startsWith(displayName,'ΑΣ')", { displayName: 'ασα' }), true)
    t.equal(keeps("displayName eq 'ΓΙΑΝΝΗΣ'", { displayName: 'γιαννης' }), true)
  })

  t.test('counts an absent property, or one of another type, as null', async t => {
    t.equal(keeps('mail eq null', {}), true)
    t.equal(keeps("mail eq 'x'", { mail: 7 }), false)
    t.equal(keeps('accountEnabled ne true', { accountEnabled: 'true' }), true)
    t.equal(keeps('createdDateTime eq null', { createdDateTime: 'yesterday' }), true)
  })
})

const refused: Record<ODataErrorKind, readonly string[]> = {
  syntax: [
    '',
    '   ',
    'displayName',
    'true',
    'displayName eq',
    "eq 'x'",
    "and eq 'x'",
    "displayName 'x'",
    "displayName eq 'x",
    "displayName eq 'x''",
    "displayName eq'x'",
    'displayName eq "x"',
    "displayName eq 'x' and",
    "displayName eq 'x')",
    "(displayName eq 'x'",
    "displayName eq 'x' mail eq 'y'",
    "displayName is 'x'",
    "displayName in 'x'",
    'displayName in ()',
    "displayName in ('x',)",
    "displayName in (('x'))",
    "not displayName eq 'x'",
    'not true',
    "startsWith(displayName 'x')",
    'startsWith(displayName)',
    "startsWith(displayName,'x','y')",
    "otherMails/ eq 'x'",
    "otherMails/any(x:x eq 'y'",
    'accountEnabled eq 1.5',
    "createdDateTime ge datetime'2024-03-01T12:00:00Z'",
    'createdDateTime ge 2024-03-01T12:00:00',
    'createdDateTime ge 2024-03-01T12:00:00 01:00',
    'createdDateTime ge 2024-02-30T12:00:00Z',
    'createdDateTime ge 2024-13-01T12:00:00Z',
    'createdDateTime ge 2024-03-01T24:00:00Z',
    'createdDateTime ge 2024-03-01T12:00:60Z',
    'createdDateTime ge 2024-03-01T12:00:00+14:01',
    'createdDateTime ge 2024-03-01T12:00:00+01:60',
    // literals of the wrong type
    "accountEnabled eq 'yes'",
    'accountEnabled in (true, 1)',
    'displayName eq 5',
    'displayName eq true',
    'startsWith(displayName, 5)',
    "startsWith(accountEnabled,'t')",
    'id eq 6e7b768e-07e2-4810-8459-485f84f8f204',
    "createdDateTime ge '2024-03-01T12:00:00Z'",
    'createdDateTime gt 1',
  ],
  unknownProperty: [
    "nickname eq 'x'",
    "nickname gt 'x'",
    "nickname/name eq 'x'",
    "startsWith(constructor,'x')",
    '__proto__ eq null',
  ],
  unsupported: [
    "displayName gt 'x'",
    "displayName lt 'x'",
    'displayName ge null',
    "displayName in ('x', null)",
    'startsWith(displayName, null)',
    'createdDateTime ge 2024-03-01',
    "contains(displayName,'x')",
    "tolower(displayName) eq 'x'",
    'length(displayName) gt 3',
    'createdDateTime ge now()',
    "startsWith(tolower(displayName),'x')",
    "startsWith(displayName,'x') eq true",
    "'x' eq displayName",
    'displayName eq mail',
    "'x' in ('x')",
    "'x' in otherMails",
    "displayName has 'x'",
    'displayName add 1 eq 2',
    '1 add 1 eq 2 and accountEnabled eq true',
    "displayName eq 'a' eq true",
    "otherMails eq 'x'",
    'assignedLicenses/$count eq 0',
    'otherMails/any()',
    "otherMails/any(x:x eq 'y')",
    'assignedLicenses/any(s:s/skuId eq 05e9a617-0261-4cee-bb44-138d3ef5d965)',
    "identities/any(c:c/issuerAssignedId eq 'x' and c/issuer eq 'y')",
    'signInActivity/lastSignInDateTime le 2024-01-01T00:00:00Z',
    "microsoft.graph.user/displayName eq 'x'",
    "$it/displayName eq 'x'",
    "displayName eq @name or displayName eq 'x'",
  ],
  notIndexed: [
    'signInSessionsValidFromDateTime ge 2024-01-01T00:00:00Z',
    "aboutMe eq 'x'",
    'passwordProfile eq null',
    'accountEnabled eq null',
    'accountEnabled ne null',
    'accountEnabled ge true',
    'id eq null',
    "id ge '6'",
    "startsWith(id,'6')",
    "startsWith(userType,'G')",
    "endsWith(displayName,'x')",
    'userPrincipalName eq null',
  ],
  tooComplex: [`displayName eq '${'x'.repeat(8192)}'`],
}

t.test('a filter that cannot be applied', async t => {
  for (const [kind, filters] of Object.entries(refused)) {
    for (const filter of filters) {
      t.equal(refusal(filter)?.kind, kind, `is ${kind}: ${filter.slice(0, 80)}`)
    }
  }

  t.test('says in one sentence what is wrong and where', async t => {
    const detail = (filter: string, advanced = true) => refusal(filter, advanced)?.detail
    t.equal(
      detail("nickname eq 'x'"),
      "Could not find a property named 'nickname' on type 'microsoft.graph.user'.",
    )
    t.equal(
      detail("createdDateTime ge '2024'"),
      "A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String' for operator kind 'GreaterThanOrEqual'.",
    )
    t.equal(
      detail('createdDateTime ge 2024-03-01T12:00:00'),
      "The DateTimeOffset text '2024-03-01T12:00:00' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.",
    )
    t.equal(
      detail('accountEnabled in (true, 1)'),
      "'in' expects a literal of type Edm.Boolean at position 25, but found Edm.Int32.",
    )
    t.equal(
      detail("displayName eq 'x' 'y'"),
      'Expected an operator or the end of the filter at position 19, but found a literal.',
    )
    t.equal(
      detail('displayName eq'),
      "Expected a property, a literal, a function or '(' at position 14, but found the end of the filter.",
    )
    t.equal(
      detail("displayName ne 'x'", false),
      "'ne' on 'displayName' needs ConsistencyLevel: eventual and $count=true.",
    )
  })

  t.test('is reported as syntax first, then as an unknown name, then in order', async t => {
    t.equal(refusal("contains(displayName,'x') and nickname eq 'x' and mail eq 5")?.kind, 'syntax')
    t.equal(refusal("contains(displayName,'x') and displayName eq")?.kind, 'syntax')
    t.equal(
      refusal("contains(displayName,'x') or aboutMe eq 'x' or nickname eq 'x'")?.kind,
      'unknownProperty',
    )
    t.equal(refusal("aboutMe eq 'x' or contains(displayName,'x')")?.kind, 'notIndexed')
    t.equal(refusal("contains(displayName,'x') or aboutMe eq 'x'")?.kind, 'unsupported')
  })
})

t.test('a filter without the advanced query parameters', async t => {
  const allowed = [
    "displayName eq 'x' or mail in ('x') and startsWith(city,'x')",
    "displayName ge 'x' and displayName le 'y'",
    'accountEnabled eq true',
    'createdDateTime ge 2024-03-01T12:00:00Z',
  ]
  const advancedOnly = [
    "displayName ne 'x'",
    "not (displayName eq 'x')",
    "endsWith(mail,'x')",
    "endsWith(userPrincipalName,'x')",
    'displayName eq null',
    'displayName ne null',
    "companyName eq 'x'",
    'createdDateTime in (2024-03-01T12:00:00Z)',
  ]
  for (const filter of allowed) t.equal(refusal(filter, false), undefined, `is read: ${filter}`)
  for (const filter of advancedOnly) {
    t.equal(refusal(filter, false)?.kind, 'unsupported', `is unsupported: ${filter}`)
    t.equal(refusal(filter, true), undefined, `is read with them: ${filter}`)
  }

  t.test('has not indexed an operator that no query may use, advanced or not', async t => {
    t.equal(refusal("endsWith(displayName,'x')", false)?.kind, 'notIndexed')
    t.equal(refusal('accountEnabled ne null', false)?.kind, 'notIndexed')
  })
})
