// Client assertions that prove who their sender is, as another library makes them and as MSAL sends them.
import { ConfidentialClientApplication } from '@azure/msal-node'
import t from 'tap'
import { readClientAssertion } from '../../src/tokens/client-assertion.ts'
import {
  AUTHORITY,
  ada,
  assertion,
  bob,
  CLIENT_ID,
  claims,
  forged,
  ISSUER,
  NOON,
  ps256,
  rs256,
  SKEW,
  TOKEN_ENDPOINT,
  verify,
} from '../support/client-assertions.ts'

t.test('a client assertion', async t => {
  const both = { ...ps256, x5t: ada.x5t }
  const accepted: Readonly<Record<string, Promise<string>>> = {
    'RS256 and x5t': assertion(rs256),
    'RS256 and x5t in lower-case hexadecimal': assertion({ ...rs256, x5t: ada.x5tHex }),
    'RS256 and x5t in upper-case hexadecimal': assertion({
      ...rs256,
      x5t: ada.x5tHex.toUpperCase(),
    }),
    'RS256 and x5t#S256': assertion({ alg: 'RS256', 'x5t#S256': ada.x5tS256 }),
    'PS256 and x5t#S256': assertion(ps256),
    'PS256 and x5t': assertion({ alg: 'PS256', x5t: ada.x5t }),
    'both thumbprints': assertion(both),
    'a kid that means nothing here': assertion({ ...rs256, kid: 'mine' }),
    'the issuer as its audience': assertion(rs256, { aud: ISSUER }),
    'several audiences, one of them accepted': assertion(rs256, { aud: ['x', TOKEN_ENDPOINT] }),
    'the client id in upper case': assertion(rs256, {
      iss: CLIENT_ID.toUpperCase(),
      sub: CLIENT_ID.toUpperCase(),
    }),
    'no nbf': assertion(rs256, { nbf: undefined }),
    'fractions of seconds': assertion(rs256, { nbf: NOON - 0.5, exp: NOON + 0.5 }),
    'the chain of its certificate': assertion({ ...rs256, x5c: [ada.pem.replace(/-.*-|\n/g, '')] }),
  }
  for (const [title, text] of Object.entries(accepted)) {
    t.test(`is accepted with ${title}`, async t => t.equal(verify(await text), undefined))
  }

  t.test('is accepted with any of the registered certificates', async t => {
    const text = await assertion(rs256)
    t.equal(verify(text, { certificates: [bob.pem, ada.pem] }), undefined)
    t.equal(verify(text, { certificates: [ada.pem, bob.pem] }), undefined)
    t.equal(verify(text, { certificates: [ada.pem.replaceAll('\n', '\r\n')] }), undefined)
  })

  t.test('is accepted again, after many other certificates were read', async t => {
    const text = await assertion(rs256)
    const many = Array.from({ length: 250 }, (_, index) => `${bob.pem}${'\n'.repeat(index)}`)
    t.equal(verify(text, { certificates: many }), 'unknownCertificate')
    t.equal(verify(text), undefined)
  })

  t.test('is read without being believed', async t => {
    const text = await assertion(rs256, { sub: 'whoever' }, bob.privateKey)
    t.match(readClientAssertion(text), { clientId: 'whoever', jws: { header: rs256 } })
    for (const payload of [{}, { sub: 5 }, { sub: null }, { sub: ['a'] }])
      t.equal(readClientAssertion(forged(rs256, payload)), undefined)
    for (const none of ['', 'a', 'a.b.c', forged('[]'), forged(rs256, '[]'), `${text}.`])
      t.equal(readClientAssertion(none), undefined)
  })
})

t.test('the lifetime of a client assertion', async t => {
  const text = await assertion(rs256)
  const at = (seconds: number) => verify(text, { now: seconds * 1000 })

  t.test('ends five minutes after exp', async t => {
    t.equal(at(claims.exp), undefined)
    t.equal(at(claims.exp + SKEW - 0.001), undefined)
    t.equal(at(claims.exp + SKEW), 'expired')
    t.equal(at(claims.exp + 1e9), 'expired')
  })

  t.test('begins five minutes before nbf', async t => {
    t.equal(at(claims.nbf - SKEW), undefined)
    t.equal(at(claims.nbf - SKEW - 0.001), 'notYetValid')
    t.equal(at(0), 'notYetValid')
  })

  t.test('is over when it ended before it began', async t => {
    t.equal(verify(await assertion(rs256, { exp: NOON - SKEW, nbf: NOON + 1000 })), 'expired')
  })
})

t.test('the client assertion of MSAL', async t => {
  t.test('is accepted, by either thumbprint, with and without its chain', async t => {
    for (const thumbprint of [
      { thumbprint: ada.x5tHex },
      { thumbprintSha256: Buffer.from(ada.x5tS256, 'base64url').toString('hex') },
    ]) {
      for (const chain of [{}, { x5c: ada.pem }]) {
        const text = await assertionOfMsal({ ...thumbprint, ...chain })
        const read = readClientAssertion(text)
        t.equal(read?.clientId, CLIENT_ID)
        t.equal(Object.hasOwn(read?.jws.header ?? {}, 'x5c'), 'x5c' in chain)
        t.equal(read?.jws.header.alg, 'thumbprint' in thumbprint ? 'RS256' : 'PS256')
        const now = Number(read?.jws.payload.nbf) * 1000
        t.equal(verify(text, { now }), undefined)
        t.equal(verify(text, { now, certificates: [bob.pem] }), 'unknownCertificate')
        t.equal(verify(text, { now: now + 3600_000 }), 'expired')
      }
    }
  })
})

/** What MSAL puts into its request for a token; it gets no answer. */
async function assertionOfMsal(certificate: object): Promise<string> {
  const bodies: string[] = []
  const pem = ada.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: CLIENT_ID,
      authority: AUTHORITY,
      clientCertificate: { ...certificate, privateKey: pem },
    },
    system: {
      networkClient: {
        sendGetRequestAsync: () => Promise.reject(new Error('There is no network.')),
        sendPostRequestAsync: (_url, options) => {
          bodies.push(options?.body ?? '')
          return Promise.reject(new Error('There is no network.'))
        },
      },
    },
  })
  const scopes = ['https://graph.microsoft.com/.default']
  await client.acquireTokenByClientCredential({ scopes }).catch(() => {})
  return new URLSearchParams(bodies[0]).get('client_assertion') ?? ''
}
