// The built-in tenant with clients that something is wrong with, and a second tenant.
import type { Test } from 'tap'
import { builtInFixtures } from '../../../src/fixtures/built-in.ts'
import type { FixtureApplication } from '../../../src/fixtures/document.ts'
import { ada, CLIENT_ID } from '../../support/client-assertions.ts'
import { fixtureFolder } from '../../support/contoso.ts'
import type { TestClient } from '../../support/sign-in.ts'

const guid = (last: number) => `3a5b7c9d-0000-4000-8000-00000000000${last}`

export const FABRIKAM_DOMAIN = 'fabrikam.onmicrosoft.com'

/** Its secret has expired. */
export const expired: TestClient = {
  appId: guid(1),
  redirectUri: '',
  fields: { client_id: guid(1), client_secret: 'expired-secret' },
  headers: {},
}
/** It has no redirect URI. */
export const homeless: TestClient = {
  appId: guid(2),
  redirectUri: '',
  fields: { client_id: guid(2) },
  headers: {},
}
/** It has registered the certificate of `ada`. */
export const certified: TestClient = {
  appId: CLIENT_ID,
  redirectUri: '',
  fields: { client_id: CLIENT_ID },
  headers: {},
}
/** Of Fabrikam. */
export const foreign: TestClient = {
  appId: guid(3),
  redirectUri: 'http://localhost',
  fields: { client_id: guid(3) },
  headers: {},
}

const applications: readonly FixtureApplication[] = [
  {
    appId: expired.appId,
    displayName: 'Forgotten job',
    type: 'daemon',
    secret: 'expired-secret',
    secretExpiresDateTime: '2026-08-13T12:00:00Z',
  },
  { appId: homeless.appId, displayName: 'Homeless app', type: 'device' },
  { appId: CLIENT_ID, displayName: 'Certified job', type: 'daemon', certificates: [ada.pem] },
]

/** The folder's path. Contoso comes first. */
export function errorFixtures(t: Test): string {
  const [contoso] = builtInFixtures()
  if (contoso === undefined) throw new Error('There is no built-in fixture.')
  return fixtureFolder(
    t,
    { ...contoso, applications: [...(contoso.applications ?? []), ...applications] },
    {
      tenant: { displayName: 'Fabrikam', domains: [FABRIKAM_DOMAIN] },
      users: [{ userPrincipalName: 'henry', password: 'henry-secret' }],
      applications: [
        {
          appId: foreign.appId,
          displayName: 'Desk',
          type: 'device',
          redirectUris: ['http://localhost'],
        },
      ],
    },
  )
}
