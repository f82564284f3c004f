// graph.users.update and graph.me.update: what is written is what is read, and what is refused changes nothing.
import fc from 'fast-check'
import t from 'tap'
import { grant } from '../support/accounts.ts'
import { DOMAIN, ids, upn } from '../support/contoso.ts'
import { badProperty, conflict, errors, isError, notFound } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { asWriter, changesNothing, everything, read, writer } from '../support/users.ts'

const ALEX = `/users/${ids.alex}` as const

t.test('PATCH /users/{userId}', async t => {
  for (const user of [ids.alex, upn('ALEX')]) {
    t.test(`answers 204 without a body: ${user}`, async t => {
      const understudy = await understudyFor(t)
      const reply = await asWriter(understudy, `PATCH /v1.0/users/${user}`, { city: 'Oslo' })
      t.strictSame([reply.status, reply.text, reply.headers.get('content-type')], [204, '', null])
      t.equal(reply.headers.get('x-ms-resource-unit'), '1')
      t.same(await read(understudy, ids.alex, 'city'), { city: 'Oslo' })
    })
  }

  t.test('leaves alone what is not in the body', async t => {
    const { understudy } = await understudyAtNoon(t)
    const names = 'displayName,mail,jobTitle,signInSessionsValidFromDateTime,identities'
    const before = await read(understudy, ids.alex, names)
    for (const body of [{}, { city: 'Oslo' }, { '@odata.type': '#microsoft.graph.user' }])
      t.equal((await asWriter(understudy, `PATCH /v1.0${ALEX}`, body)).status, 204)
    t.strictSame(await read(understudy, ids.alex, names), before)
  })

  t.test('lets a user go by another name from then on', async t => {
    const understudy = await understudyFor(t)
    const body = { userPrincipalName: upn('alexander') }
    t.equal((await asWriter(understudy, `PATCH /v1.0${ALEX}`, body)).status, 204)
    t.match(await read(understudy, upn('alexander'), 'id,identities'), {
      id: ids.alex,
      identities: [{ issuerAssignedId: upn('alexander') }],
    })
    t.equal((await asWriter(understudy, `GET /v1.0/users/${upn('alex')}`)).status, 404)
  })

  t.test('keeps the addresses when the mail changes, of which one is the first', async t => {
    const understudy = await understudyFor(t)
    await asWriter(understudy, `PATCH /v1.0${ALEX}`, { mail: 'alex@example.com' })
    t.match(await read(understudy, ids.alex, 'mail,proxyAddresses'), {
      mail: 'alex@example.com',
      proxyAddresses: ['SMTP:alex@example.com', `smtp:${upn('alex')}`],
    })
  })

  t.test('joins what it is given of a group of properties with the rest, but for one', async t => {
    const understudy = await understudyFor(t)
    const patch = (body: object) => asWriter(understudy, `PATCH /v1.0${ALEX}`, body)
    await patch({
      onPremisesExtensionAttributes: { extensionAttribute1: 'one' },
      employeeOrgData: { costCenter: '7', division: 'West' },
    })
    await patch({
      onPremisesExtensionAttributes: { extensionAttribute2: 'two' },
      employeeOrgData: { division: 'East' },
    })
    t.match(await read(understudy, ids.alex, 'onPremisesExtensionAttributes,employeeOrgData'), {
      onPremisesExtensionAttributes: { extensionAttribute1: 'one', extensionAttribute2: 'two' },
      employeeOrgData: { costCenter: null, division: 'East' },
    })
  })

  t.test('sets a password that is never read again', async t => {
    const understudy = await understudyFor(t)
    const profile = { forceChangePasswordNextSignIn: true, password: 'reset-Passw0rd!' }
    await asWriter(understudy, `PATCH /v1.0${ALEX}`, { passwordProfile: profile })
    t.same(await read(understudy, ids.alex, 'passwordProfile'), {
      passwordProfile: {
        forceChangePasswordNextSignIn: true,
        forceChangePasswordNextSignInWithMfa: false,
        password: null,
      },
    })
    const { password } = profile
    const fields = { grant_type: 'password', username: upn('alex'), password }
    t.equal((await grant(understudy, fields)).status, 200)
  })

  t.test('asks for a new password without setting one, and revokes nothing', async t => {
    const understudy = await understudyFor(t)
    const names = 'signInSessionsValidFromDateTime,lastPasswordChangeDateTime'
    const before = await read(understudy, ids.alex, names)
    const body = { passwordProfile: { forceChangePasswordNextSignIn: true } }
    t.equal((await asWriter(understudy, `PATCH /v1.0${ALEX}`, body)).status, 204)
    t.same(await read(understudy, ids.alex, names), before)
    t.match(await read(understudy, ids.alex, 'passwordProfile'), body)
  })
})

const refusals: readonly (readonly [string, object | undefined, Parameters<typeof isError>[2]])[] =
  [
    ['there is no body', undefined, errors.emptyPayload],
    ['the body is a list', [], errors.payload],
    [
      'the name is taken',
      { userPrincipalName: upn('adele'), city: 'Oslo' },
      conflict('userPrincipalName'),
    ],
    [
      'the domain is another',
      { userPrincipalName: 'alex@fabrikam.com', city: 'Oslo' },
      errors.domain,
    ],
    [
      'the password is simple',
      { passwordProfile: { password: 'simple' }, city: 'Oslo' },
      errors.password,
    ],
    [
      'a property is unknown',
      { city: 'Oslo', shoeSize: 4 },
      badProperty("Invalid property 'shoeSize'."),
    ],
    [
      'a property is of beta only',
      { infoCatalogs: [] },
      badProperty("Invalid property 'infoCatalogs'."),
    ],
    ...['id', 'signInSessionsValidFromDateTime', 'assignedLicenses', 'proxyAddresses'].map(
      name =>
        [
          `${name} is read-only`,
          { city: 'Oslo', [name]: null },
          badProperty(`Property '${name}' is read-only and cannot be set.`),
        ] as const,
    ),
    ...Object.entries({
      displayName: null,
      mail: null,
      city: 7,
      onPremisesExtensionAttributes: { shoeSize: '44' },
      passwordProfile: { password: 7 },
      identities: [],
    }).map(
      ([name, value]) =>
        [
          `the value of ${name} will not do`,
          { country: 'Norway', [name]: value },
          badProperty(`Invalid value specified for property '${name}' of resource 'User'.`),
        ] as const,
    ),
    [
      'a member becomes a customer',
      {
        identities: [
          { signInType: 'userPrincipalName', issuer: DOMAIN, issuerAssignedId: upn('alex') },
          { signInType: 'emailAddress', issuer: DOMAIN, issuerAssignedId: 'alex@example.com' },
        ],
      },
      badProperty("Invalid value specified for property 'identities' of resource 'User'."),
    ],
  ]

t.test('PATCH /users/{userId} changes nothing', async t => {
  const { understudy } = await understudyAtNoon(t)
  for (const [when, body, expected] of refusals) {
    t.test(`when ${when}`, async t => {
      const reply = await changesNothing(t, understudy, () =>
        asWriter(understudy, `PATCH /v1.0${ALEX}`, body),
      )
      isError(t, reply, expected)
    })
  }

  for (const id of [ids.personal, upn('nobody')]) {
    t.test(`when there is nobody for others: ${id}`, async t => {
      const reply = await changesNothing(t, understudy, () =>
        asWriter(understudy, `PATCH /v1.0/users/${id}`, { city: 'Oslo' }),
      )
      isError(t, reply, notFound(id))
    })
  }

  t.test('of a personal account, even for itself', async t => {
    const token = await tokenFor(understudy, { user: ids.personal, scopes: ['User.ReadWrite'] })
    for (const line of ['PATCH /v1.0/me', `PATCH /v1.0/users/${ids.personal}`] as const) {
      const body = { mobilePhone: '1' }
      const reply = await changesNothing(t, understudy, () =>
        graph(understudy, line, { token, body }),
      )
      isError(t, reply, errors.personal)
    }
  })
})

t.test('PATCH /me', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('writes what users may tell of themselves', async t => {
    const token = await tokenFor(understudy, { user: 'alex', scopes: ['User.ReadWrite'] })
    const body = { aboutMe: 'Hello', mobilePhone: '+1 555 0100', skills: ['one'], interests: [] }
    t.equal((await graph(understudy, 'PATCH /v1.0/me', { token, body })).status, 204)
    t.match(await read(understudy, ids.alex, Object.keys(body).join(',')), body)
  })

  t.test('is for users', async t => {
    isError(t, await asWriter(understudy, 'PATCH /v1.0/me', { city: 'Oslo' }), errors.meWithoutUser)
  })
})

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constant(null))
const texts = fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 })
const values = {
  aboutMe: text,
  accountEnabled: fc.boolean(),
  birthday: fc.constantFrom('2001-02-03T00:00:00Z', 'soon', null),
  businessPhones: texts,
  city: text,
  companyName: fc.oneof(text, fc.string({ minLength: 60, maxLength: 70 })),
  displayName: text,
  employeeHireDate: fc.constantFrom('2020-01-01T00:00:00Z', null),
  mailNickname: text,
  otherMails: texts,
  schools: texts,
  showInAddressList: fc.constantFrom(true, false, null),
  usageLocation: fc.constantFrom('US', 'usa', null),
  userPrincipalName: fc.constantFrom(upn('alex'), upn('other'), upn('adele'), 'x@y.example', 'x'),
  userType: fc.constantFrom('Member', 'Guest', null, 'Other'),
  id: fc.constant(ids.alex),
}
const one = fc.oneof(
  ...Object.entries(values).map(([name, value]: [string, fc.Arbitrary<unknown>]) =>
    fc.tuple(fc.constant(name), value),
  ),
)
const patches = fc.array(one, { minLength: 1, maxLength: 3 }).map(Object.fromEntries)

t.test('any patch is read as it was written, or fails and changes nothing', async t => {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, writer)
  let written = 0
  await fc.assert(
    fc.asyncProperty(patches, async body => {
      const before = await everything(understudy)
      const { status } = await graph(understudy, `PATCH /v1.0${ALEX}`, { token, body })
      if (status === 204) {
        written++
        t.same(await read(understudy, ids.alex, Object.keys(body).join(',')), body)
      } else t.same([status, await everything(understudy)], [400, before])
    }),
    { seed: 5, numRuns: 200 },
  )
  t.ok(written > 50 && written < 190, `${written} of them were written`)
})
