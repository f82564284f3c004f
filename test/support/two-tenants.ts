// A fixture folder of two small tenants, for what must not spill from one to the other.
import type { Test } from 'tap'

export const FABRIKAM = '7a1f0c52-0d7e-4c55-9b39-6f0d2f6f5a01'
export const TAILSPIN = '7a1f0c52-0d7e-4c55-9b39-6f0d2f6f5a02'
export const FABRIKAM_CLIENT = '7a1f0c52-0d7e-4c55-9b39-6f0d2f6f5b01'

/** The folder's path. Fabrikam comes first, so it is the default tenant; it has two domains and two administrators' roles. */
export function twoTenants(t: Test): string {
  return t.testdir({
    '1-fabrikam.json': JSON.stringify({
      tenant: {
        id: FABRIKAM,
        displayName: 'Fabrikam',
        domains: ['fabrikam.onmicrosoft.com', 'fabrikam.com'],
      },
      users: [
        {
          userPrincipalName: 'grace',
          roles: ['User Administrator', 'Global Reader'],
          password: 'grace-secret',
        },
        { userPrincipalName: 'henry@fabrikam.com', userType: 'Guest' },
      ],
      applications: [
        {
          appId: FABRIKAM_CLIENT,
          displayName: 'Desk',
          type: 'spa',
          redirectUris: ['http://localhost:3000'],
          consented: { scopes: ['User.Read', 'User.RevokeSessions.All'] },
        },
        { displayName: 'Batch job', type: 'daemon', secret: 'batch-secret' },
      ],
    }),
    '2-tailspin.json': JSON.stringify({
      tenant: { id: TAILSPIN, domains: ['tailspin.onmicrosoft.com'] },
      settings: { permissions: 'off', revocation: { preset: 'realistic', successStatus: 204 } },
      users: [{ userPrincipalName: 'tony' }],
      applications: [{ displayName: 'Tower', type: 'spa' }],
    }),
  })
}
