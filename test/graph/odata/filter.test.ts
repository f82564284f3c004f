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
  otherMails: ['ada@home.example', 'A.O@Work.example'],
  proxyAddresses: [],
  businessPhones: ['+1 425 555 0109'],
  identities: [
    { signInType: 'userPrincipalName', issuer: 'contoso.com', issuerAssignedId: 'ada@contoso.com' },
    { signInType: 'emailAddress', issuer: 'other.com', issuerAssignedId: 'ada@home.example' },
  ],
  assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', disabledPlans: [] }],
  passwordProfile: { forceChangePasswordNextSignIn: true },
  signInActivity: { lastSignInDateTime: '2024-03-01T12:00:00Z' },
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
  "otherMails/any(m:m eq 'ADA@home.example')",
  "OtherMails/ANY( x : startsWith(x,'a.o') )",
  "otherMails/any(x:endsWith(x,'@work.example') and startsWith(x,'a'))",
  "otherMails/any(x:x in ('nobody','ada@home.example'))",
  "otherMails/any(x:x ge 'b' or x le 'a.p')",
  "not otherMails/any(x:x eq 'nobody')",
  'otherMails/any()',
  'not proxyAddresses/any()',
  "businessPhones/any(p:p eq '+1 425 555 0109')",
  "identities/any(c:c/issuerAssignedId eq 'ada@HOME.example' and c/issuer eq 'other.com')",
  "identities/any(c:c/Issuer eq 'contoso.com')",
  'assignedLicenses/any(s:s/skuId eq 05E9A617-0261-4cee-bb44-138d3ef5d965)',
  'assignedLicenses/$count ne 0',
  'proxyAddresses/$COUNT eq 0',
  'passwordProfile/forceChangePasswordNextSignIn eq true',
  'signInActivity/lastSignInDateTime le 2024-03-01T12:00:00Z',
  'passwordProfile/forceChangePasswordNextSignInWithMfa eq null',
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
  "otherMails/any(m:m eq 'nobody')",
  "proxyAddresses/any(m:m ge '')",
  'imAddresses/any()',
  "imAddresses/any(m:m ge '')",
  // no one identity has both
  "identities/any(c:c/issuerAssignedId eq 'ada@home.example' and c/issuer eq 'contoso.com')",
  'assignedLicenses/any(s:s/skuId eq 05e9a617-0261-4cee-bb44-138d3ef5d966)',
  'otherMails/$count eq 0',
  'signInActivity/lastNonInteractiveSignInDateTime le 2024-03-01T12:00:00Z',
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
    "otherMails/any(x x eq 'y')",
    "otherMails/any('x':x eq 'y')",
    'otherMails/any(x:x)',
    'otherMails/any(x:)',
    "displayName eq 'x' or otherMails/any",
    "assignedLicenses/any(s:s/skuId eq '05e9a617-0261-4cee-bb44-138d3ef5d965')",
    'assignedLicenses/$count eq true',
    'displayName eq #',
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
    "otherMails/all(x:x eq 'y')",
    "otherMails/any(x:displayName eq 'y')",
    "otherMails/any(x:otherMails/any(y:y eq 'x'))",
    "identities/any(c:c/issuerAssignedId eq 'x')",
    'assignedLicenses/$count gt 0',
    '$count eq 1',
    "microsoft.graph.user/displayName eq 'x'",
    "$it/displayName eq 'x'",
    "displayName eq @name or displayName eq 'x'",
  ],
  operator: [],
  collection: [],
  sortProperty: [],
  sorting: [],
  searchProperty: [],
  property: [
    "otherMails eq 'x'",
    "otherMails/any(x:x ne 'y')",
    "otherMails/any(x:x/length eq 'y')",
    "displayName/any(x:x eq 'y')",
    "identities/any(c:startsWith(c/issuer,'x'))",
    "not identities/any(c:c/issuer eq 'x')",
    'assignedLicenses/$count eq 1',
    'businessPhones/$count eq 0',
    'assignedLicenses/any(s:s/disabledPlans eq null)',
    "passwordProfile/password eq 'x'",
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
      "Expected a property, a literal, a function or '(' at position 14, but found the end.",
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
    t.equal(refusal("aboutMe eq 'x' or contains(displayName,'x')")?.kind, 'property')
    t.equal(refusal("contains(displayName,'x') or aboutMe eq 'x'")?.kind, 'unsupported')
  })
})

t.test('a filter without the advanced query parameters', async t => {
  const allowed = [
    "displayName eq 'x' or mail in ('x') and startsWith(city,'x')",
    "displayName ge 'x' and displayName le 'y'",
    'accountEnabled eq true',
    'createdDateTime ge 2024-03-01T12:00:00Z',
    "otherMails/any(m:m eq 'x') and accountEnabled eq true",
    "identities/any(i:i/issuerAssignedId eq 'x' and i/issuer eq 'y')",
    'otherMails/any()',
  ]
  const advancedOnly: readonly (readonly [string, ODataErrorKind, string])[] = [
    ["displayName ne 'x'", 'operator', 'ne'],
    ["not (displayName eq 'x')", 'operator', 'not'],
    ["not (companyName eq 'x')", 'operator', 'not'],
    ["endsWith(mail,'x')", 'operator', 'endsWith'],
    ["endsWith(userPrincipalName,'x')", 'operator', 'endsWith'],
    ['displayName ne null', 'operator', 'ne'],
    ['displayName eq null', 'property', 'displayName'],
    ["companyName eq 'x'", 'property', 'companyName'],
    ['createdDateTime in (2024-03-01T12:00:00Z)', 'property', 'createdDateTime'],
    ['otherMails/$count eq 0', 'property', 'otherMails/$count'],
    ["not otherMails/any(m:m eq 'x')", 'operator', 'not'],
    ['not otherMails/any()', 'operator', 'not'],
    ["otherMails/any(m:endsWith(m,'x'))", 'operator', 'endsWith'],
    ["businessPhones/any(p:p eq 'x')", 'collection', 'businessPhones'],
    ['businessPhones/any()', 'collection', 'businessPhones'],
    ["otherMails/any(m:m eq 'x') or mail eq 'x'", 'collection', 'otherMails'],
    ["mail eq 'x' or identities/any(i:i/issuer eq 'x')", 'collection', 'identities'],
  ]
  for (const filter of allowed) t.equal(refusal(filter, false), undefined, `is read: ${filter}`)
  for (const [filter, kind, subject] of advancedOnly) {
    t.match(refusal(filter, false), { kind, subject }, `is refused: ${filter}`)
    t.equal(refusal(filter, true), undefined, `is read with them: ${filter}`)
  }

  t.test('refuses an operator that no query may use, advanced or not', async t => {
    for (const advanced of [false, true]) {
      t.equal(refusal("endsWith(displayName,'x')", advanced)?.kind, 'property')
      t.equal(refusal('accountEnabled ne null', advanced)?.kind, 'property')
    }
  })
})
