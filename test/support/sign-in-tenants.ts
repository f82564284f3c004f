// Two tenants with the same kinds of client, for what must not pass from one to the other.
import type { Test } from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { fixtureFolder } from './contoso.ts'
import type { TestClient } from './sign-in.ts'
import { understudyAtNoon } from './understudy.ts'

export interface TestTenant {
  readonly id: string
  readonly domain: string
  /** Both are multi-tenant, confidential, and exposed as resources of their own. */
  readonly shop: TestClient
  readonly desk: TestClient
  /** A single-page app. */
  readonly page: TestClient
  /** Public, on localhost. */
  readonly kiosk: TestClient
  readonly document: FixtureDocument
}

/** @param digit tells the tenants' ids apart */
function makeTenant(name: string, digit: number): TestTenant {
  const guid = (last: number) => `4c0de${digit}00-0000-4000-8000-00000000000${last}`
  const confidential = (last: number, path: string): TestClient => ({
    appId: guid(last),
    redirectUri: `https://${path}.${name}.example/signed-in`,
    fields: { client_id: guid(last), client_secret: `${name}-${path}-secret` },
    headers: {},
  })
  const shop = confidential(1, 'shop')
  const desk = confidential(2, 'desk')
  const pageUri = `https://page.${name}.example`
  const page: TestClient = {
    appId: guid(3),
    redirectUri: `${pageUri}/`,
    fields: { client_id: guid(3) },
    headers: { origin: pageUri },
  }
  const kiosk: TestClient = {
    appId: guid(4),
    redirectUri: 'http://localhost',
    fields: { client_id: guid(4) },
    headers: {},
  }
  const domain = `${name}.onmicrosoft.com`
  const scopes = ['openid', 'offline_access', 'User.Read', `api://${guid(1)}/use`]
  const common = { signInAudience: 'AzureADMultipleOrgs', consented: { scopes } } as const
  return {
    id: guid(0),
    domain,
    shop,
    desk,
    page,
    kiosk,
    document: {
      tenant: { id: guid(0), domains: [domain] },
      settings: { signIn: 'automatic' },
      users: [{ userPrincipalName: 'ada', password: 'ada-secret' }],
      applications: [
        ...[shop, desk].map(({ appId, redirectUri, fields }, index) => ({
          ...common,
          appId,
          displayName: `Web app ${index}`,
          type: 'web' as const,
          secret: fields.client_secret ?? '',
          redirectUris: [redirectUri],
          exposed: { scopes: ['use'] },
        })),
        {
          ...common,
          appId: page.appId,
          displayName: 'Page',
          type: 'spa',
          redirectUris: [`${pageUri}/`],
        },
        {
          ...common,
          appId: kiosk.appId,
          displayName: 'Kiosk',
          type: 'device',
          redirectUris: ['http://localhost'],
        },
      ],
    },
  }
}

export const alpha = makeTenant('alpha', 1)
export const beta = makeTenant('beta', 2)

/** Both in one double, which signs ada in at once. */
export async function twinTenants(t: Test): Promise<Understudy> {
  const fixtures = fixtureFolder(t, alpha.document, beta.document)
  return (await understudyAtNoon(t, { fixtures })).understudy
}
