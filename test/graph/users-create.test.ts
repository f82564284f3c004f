// graph.users.create: members, customers of B2C tenants, and everything that is refused without a trace.
import t from 'tap'
import { grant } from '../support/accounts.ts'
import { DOMAIN, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { badProperty, conflict, errors, isError } from '../support/graph-errors.ts'
import { wholeSeconds } from '../support/revocation.ts'
import { graph, NOON, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { asWriter, changesNothing, newMember, read } from '../support/users.ts'

const POST = 'POST /v1.0/users'

t.test('POST /users', async t => {
  for (const version of ['v1.0', 'beta']) {
    t.test(`creates a member and shows what is returned by default: ${version}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const reply = await asWriter(understudy, `POST /${version}/users`, newMember)
      const { id } = Object(reply.json)
      t.strictSame(
        [reply.status, reply.json],
        [
          201,
          {
            '@odata.context': `https://graph.microsoft.com/${version}/$metadata#users/$entity`,
            businessPhones: [],
            displayName: 'Cameron White',
            givenName: null,
            jobTitle: null,
            mail: null,
            mobilePhone: null,
            officeLocation: null,
            preferredLanguage: null,
            surname: null,
            userPrincipalName: upn('cameron'),
            id,
          },
        ],
      )
      t.equal(
        reply.headers.get('location'),
        `https://graph.microsoft.com/v2/${TENANT_ID}/directoryObjects/${id}/Microsoft.DirectoryServices.User`,
      )
      t.equal(reply.headers.get('odata-version'), '4.0')
    })
  }

  t.test('fills in what a new account has', async t => {
    const { understudy } = await understudyAtNoon(t)
    await asWriter(understudy, POST, newMember)
    const now = wholeSeconds(NOON.getTime())
    const properties = {
      accountEnabled: true,
      createdDateTime: now,
      creationType: null,
      identities: [
        { signInType: 'userPrincipalName', issuer: DOMAIN, issuerAssignedId: upn('cameron') },
      ],
      lastPasswordChangeDateTime: now,
      passwordProfile: {
        forceChangePasswordNextSignIn: false,
        forceChangePasswordNextSignInWithMfa: false,
        password: null,
      },
      signInSessionsValidFromDateTime: now,
      userType: 'Member',
    }
    t.strictSame(
      await read(understudy, upn('cameron'), Object.keys(properties).join(',')),
      properties,
    )
  })

  t.test('makes somebody who signs in, and only with the password', async t => {
    const understudy = await understudyFor(t)
    const signIn = (password: string) =>
      grant(understudy, { grant_type: 'password', username: upn('cameron'), password })
    t.match((await signIn('cameron-Passw0rd!')).json, { error_codes: [50034] })
    await asWriter(understudy, POST, newMember)
    t.equal((await signIn('cameron-Passw0rd!')).status, 200)
    t.match((await signIn('other-Passw0rd!')).json, { error_codes: [50126] })
  })

  t.test('takes everything that can be written', async t => {
    const understudy = await understudyFor(t)
    const given = {
      city: 'Tulsa',
      mail: 'cameron@example.com',
      skills: ['revoking'],
      employeeOrgData: { division: 'West' },
      onPremisesExtensionAttributes: { extensionAttribute1: 'one' },
      userType: 'Guest',
    }
    await asWriter(understudy, POST, { ...newMember, ...given })
    const names = [...Object.keys(given), 'proxyAddresses'].join(',')
    t.match(await read(understudy, upn('cameron'), names), {
      ...given,
      employeeOrgData: { costCenter: null, division: 'West' },
      onPremisesExtensionAttributes: { extensionAttribute1: 'one', extensionAttribute15: null },
      proxyAddresses: ['SMTP:cameron@example.com'],
    })
  })

  t.test('repeats its ids from run to run under a seed', async t => {
    const created = async () =>
      Object((await asWriter(await understudyFor(t, { seed: 'x' }), POST, newMember)).json).id
    t.equal(await created(), await created())
  })
})

const refusals: readonly (readonly [string, object | undefined, Parameters<typeof isError>[2]])[] =
  [
    ['there is no body', undefined, errors.emptyPayload],
    [
      'the name is taken',
      { ...newMember, userPrincipalName: upn('ADELE') },
      conflict('userPrincipalName'),
    ],
    [
      'the domain is another',
      { ...newMember, userPrincipalName: 'cameron@fabrikam.com' },
      errors.domain,
    ],
    ['the name is none', { ...newMember, userPrincipalName: 'cameron' }, errors.values],
    ['the name has an accent', { ...newMember, userPrincipalName: upn('caméron') }, errors.values],
    ...[
      'accountEnabled',
      'displayName',
      'mailNickname',
      'passwordProfile',
      'userPrincipalName',
    ].map(
      name =>
        [
          `${name} is missing`,
          { ...newMember, [name]: undefined },
          badProperty(`A value is required for property '${name}' of resource 'User'.`),
        ] as const,
    ),
    [
      'the password is missing',
      { ...newMember, passwordProfile: { forceChangePasswordNextSignIn: true } },
      badProperty("A value is required for property 'passwordProfile' of resource 'User'."),
    ],
    ...['short-1', 'alllowercase1', `${'x'.repeat(255)}A1`].map(
      password =>
        [
          `the password is ${password.slice(0, 15)}`,
          { ...newMember, passwordProfile: { password } },
          errors.password,
        ] as const,
    ),
    [
      'a property is read-only',
      { ...newMember, createdDateTime: '2024-01-01T00:00:00Z' },
      badProperty("Property 'createdDateTime' is read-only and cannot be set."),
    ],
    [
      'a property is unknown',
      { ...newMember, shoeSize: 44 },
      badProperty("Invalid property 'shoeSize'."),
    ],
    [
      'a property is of beta only',
      { ...newMember, infoCatalogs: ['x'] },
      badProperty("Invalid property 'infoCatalogs'."),
    ],
    [
      'an extension is not there',
      { ...newMember, extension_1_shoeSize: 44 },
      badProperty('The following extension properties are not available: extension_1_shoeSize.'),
    ],
    ...Object.entries({
      accountEnabled: 'yes',
      businessPhones: ['1', '2'],
      displayName: '',
      employeeId: '12345678901234567',
      mailNickname: 'not@all',
      onPremisesImmutableId: 'a$b',
      passwordPolicies: 'Whatever',
      usageLocation: 'USA',
      userType: 'Admin',
      birthday: 'yesterday',
    }).map(
      ([name, value]) =>
        [
          `the value of ${name} will not do`,
          { ...newMember, [name]: value },
          badProperty(`Invalid value specified for property '${name}' of resource 'User'.`),
        ] as const,
    ),
  ]

t.test('POST /users changes nothing', async t => {
  const { understudy } = await understudyAtNoon(t)
  for (const [when, body, expected] of refusals) {
    t.test(`when ${when}`, async t => {
      const reply = await changesNothing(t, understudy, () => asWriter(understudy, POST, body))
      isError(t, reply, expected)
    })
  }

  t.test('for a personal account', async t => {
    const token = await tokenFor(understudy, { user: ids.personal, scopes: ['User.ReadWrite.All'] })
    const reply = await changesNothing(t, understudy, () =>
      graph(understudy, POST, { token, body: newMember }),
    )
    isError(t, reply, errors.personal)
  })

  t.test('but takes in beta what only beta has', async t => {
    const reply = await asWriter(understudy, 'POST /beta/users', {
      ...newMember,
      infoCatalogs: ['x'],
    })
    t.equal(reply.status, 201)
    t.same(await read(understudy, upn('cameron'), 'infoCatalogs'), { infoCatalogs: ['x'] })
  })
})

const identity = {
  signInType: 'emailAddress',
  issuer: DOMAIN,
  issuerAssignedId: 'carla@example.com',
}
const customer = {
  displayName: 'Carla Bruni',
  identities: [identity],
  passwordPolicies: 'DisablePasswordExpiration',
  passwordProfile: { password: 'carla-Passw0rd!', forceChangePasswordNextSignIn: false },
}

t.test('a customer of a B2C tenant', async t => {
  const { understudy, clock } = await understudyAtNoon(t)

  t.test('is created without a user principal name, and signs in by mail address', async t => {
    const reply = await asWriter(understudy, POST, customer)
    const { id } = Object(reply.json)
    t.match(reply, { status: 201, json: { userPrincipalName: upn(id) } })
    t.match(await read(understudy, id, 'identities,creationType,accountEnabled'), {
      accountEnabled: true,
      creationType: 'LocalAccount',
      identities: [
        identity,
        { signInType: 'userPrincipalName', issuer: DOMAIN, issuerAssignedId: upn(id) },
      ],
    })
    const password = 'carla-Passw0rd!'
    const fields = { grant_type: 'password', username: 'carla@example.com', password }
    const { status, json } = await grant(understudy, fields)
    t.equal(status, 200)
    clock.advance(60)
    await asWriter(understudy, `PATCH /v1.0/users/${id}`, { passwordProfile: { password } })
    const refreshed = await grant(understudy, {
      grant_type: 'refresh_token',
      refresh_token: String(Object(json).refresh_token),
    })
    t.equal(refreshed.status, 200, 'What such an account holds is not the directory’s to revoke.')
  })

  for (const [when, changes, expected] of [
    ['the address is taken', {}, conflict('proxyAddresses')],
    [
      'the password expires',
      { passwordPolicies: null },
      badProperty("Invalid value specified for property 'passwordPolicies' of resource 'User'."),
    ],
    [
      'there is no password',
      { passwordProfile: undefined },
      badProperty("A value is required for property 'passwordProfile' of resource 'User'."),
    ],
    [
      'the issuer is another',
      { identities: [{ ...identity, issuer: 'fabrikam.com' }] },
      badProperty("Invalid value specified for property 'identities' of resource 'User'."),
    ],
  ] as const) {
    t.test(`is refused when ${when}`, async t => {
      const body = { ...customer, ...changes }
      const reply = await changesNothing(t, understudy, () => asWriter(understudy, POST, body))
      isError(t, reply, expected, new Date(clock.now()))
    })
  }

  t.test('of another provider needs nothing else', async t => {
    const federated = {
      signInType: 'federated',
      issuer: 'facebook.com',
      issuerAssignedId: '5eecb0cd',
    }
    const reply = await asWriter(understudy, POST, { identities: [federated] })
    t.match(reply, { status: 201, json: { displayName: '' } })
  })
})
