// The claims of an id token, and the hint by which its user can be named again.
import fc from 'fast-check'
import t from 'tap'
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import { defaultSettings } from '../../src/state/settings.ts'
import { createTenant } from '../../src/state/tenant.ts'
import type { IdTokenSubject } from '../../src/tokens/id-token.ts'
import { decodeLoginHint, encodeLoginHint, idTokenClaims } from '../../src/tokens/id-token.ts'

const START = Date.parse('2026-08-13T12:00:00.750Z')

const tenant = createTenant(
  toTenantDefinition(
    {
      tenant: { id: '5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10', domains: ['one.example'] },
      users: [
        {
          userPrincipalName: 'ada',
          displayName: 'Ada',
          mail: 'ada@mail.example',
          usageLocation: 'GB',
        },
        { userPrincipalName: 'gus', userType: 'Guest' },
      ],
      applications: [{ displayName: 'App', type: 'web' }],
    },
    { settings: defaultSettings, generatedUsers: 0 },
  ),
)
const [ada, gus] = tenant.users.rows
const [client] = tenant.applications.rows
if (ada === undefined || gus === undefined || client === undefined) throw new Error('No tenant.')

const subject: IdTokenSubject = {
  tenant,
  client,
  user: ada,
  signIn: {
    userId: ada.id,
    authenticated: { at: START - 90_500, position: 1 },
    method: 'password',
    sessionId: 'session',
  },
  issuer: 'https://login.example/t/v2.0',
  tenantId: 't',
  openId: new Set(['openid']),
  asked: [],
  issued: { at: START, position: 2 },
  random: new Uint8Array(16),
}
const bare = [
  'aud',
  'iss',
  'iat',
  'nbf',
  'exp',
  'aio',
  'oid',
  'rh',
  'sid',
  'sub',
  'tid',
  'uti',
  'ver',
]
const extra = (changes: Partial<IdTokenSubject>) =>
  Object.fromEntries(
    Object.entries(idTokenClaims({ ...subject, ...changes })).filter(
      ([name]) => !bare.includes(name),
    ),
  )

t.test('idTokenClaims', async t => {
  t.test(
    'names client, issuer, tenant, user and session, for an hour from whole seconds',
    async t => {
      const claims = idTokenClaims(subject)
      t.same(Object.keys(claims), bare)
      const iat = Math.floor(START / 1000)
      t.match(claims, {
        aud: client.appId,
        iss: subject.issuer,
        tid: 't',
        oid: ada.id,
        sid: 'session',
      })
      t.same([claims.iat, claims.nbf, claims.exp, claims.ver], [iat, iat, iat + 3600, '2.0'])
    },
  )

  t.test('adds what the scopes ask for, in the order of the real one', async t => {
    const openId = new Set(['openid', 'profile', 'email'] as const)
    t.same(Object.keys(idTokenClaims({ ...subject, openId, nonce: 'n', code: 'c' })), [
      'aud',
      'iss',
      'iat',
      'nbf',
      'exp',
      'c_hash',
      'aio',
      'email',
      'name',
      'nonce',
      'oid',
      'preferred_username',
      'rh',
      'sid',
      'sub',
      'tid',
      'uti',
      'ver',
    ])
    t.same(extra({ openId }), {
      email: 'ada@mail.example',
      name: 'Ada',
      preferred_username: 'ada@one.example',
    })
    t.notOk('email' in extra({ openId, user: gus }), 'Gus has no address.')
  })

  t.test('hashes a code as the specification does', async t => {
    // OpenID Connect Core 1.0, appendix A.4.
    const code = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk'
    t.same(extra({ code }), { c_hash: 'LDktKdoQak3Pk0cnXxCltA' })
  })

  t.test('adds claims that are asked for by name, where there is a value', async t => {
    const asked = [
      'acct',
      'auth_time',
      'ctry',
      'email',
      'family_name',
      'given_name',
      'login_hint',
      'upn',
    ]
    t.same(extra({ asked }), {
      acct: 0,
      auth_time: Math.floor((START - 90_500) / 1000),
      ctry: 'GB',
      email: 'ada@mail.example',
      login_hint: encodeLoginHint(ada),
      upn: 'ada@one.example',
    })
    t.match(extra({ asked: ['acct'], user: gus }), { acct: 1 })
    t.same(extra({ asked: ['nothing', 'toString', '__proto__', 'constructor', 'oid'] }), {})
  })

  t.test('names a user to each client by another subject', async t => {
    const other = { ...client, appId: 'another' }
    const { sub } = idTokenClaims(subject)
    t.not(idTokenClaims({ ...subject, client: other }).sub, sub)
    t.not(idTokenClaims({ ...subject, user: gus }).sub, sub)
    t.equal(idTokenClaims({ ...subject, random: new Uint8Array(16).fill(1) }).sub, sub)
  })
})

t.test('a login hint', async t => {
  t.test('is opaque, and leads back to the user', async t => {
    const hint = encodeLoginHint(ada)
    t.match(hint, /^O\.[\w-]+$/)
    t.notMatch(hint, /ada|one\.example/)
    t.equal(decodeLoginHint(hint), ada.id)
  })

  t.test('that a person has typed stays as it is', async t => {
    for (const typed of ['ada@one.example', 'ada', '', 'o.k@one.example', 'Olga'])
      t.equal(decodeLoginHint(typed), typed)
    fc.assert(
      fc.property(fc.string(), text => text.startsWith('O.') || decodeLoginHint(text) === text),
    )
  })
})
