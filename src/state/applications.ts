// An application as stored, with what of its service principal matters.
import type { components } from '../contract/generated.ts'

export interface Application {
  /** Of the application object. */
  readonly id: string
  /** The client id. */
  readonly appId: string
  /** Of the service principal in the tenant; the `oid` of app-only tokens. */
  readonly servicePrincipalId: string
  readonly displayName: string
  readonly type: components['schemas']['applicationType']
  readonly secret?: string
  /** UTC; the secret is refused from then on. Null for one that does not expire. */
  readonly secretExpiresDateTime: string | null
  /** X.509, in PEM: what client assertions are signed with. */
  readonly certificates: readonly string[]
  readonly redirectUris: readonly string[]
  /** Loaded in a hidden frame when a person signs out of a session that the application took part in. */
  readonly logoutUrl: string | null
  readonly signInAudience: SignInAudience
  /** Whether /authorize may answer with an id token. */
  readonly enableIdTokenIssuance: boolean
  /** By which tokens for the application are asked for, besides its appId. */
  readonly identifierUris: readonly string[]
  /** What the application offers to others as a resource. */
  readonly exposed: PermissionNames
  /** Names of Microsoft Graph's permissions; those of other resources in full: `api://orders/read`. */
  readonly consented: PermissionNames
}

export interface PermissionNames {
  /** Delegated permissions. */
  readonly scopes: readonly string[]
  /** Application permissions. */
  readonly roles: readonly string[]
}

/** Whose accounts an application signs in: of its own tenant, of any, or personal ones as well. */
export type SignInAudience =
  | 'AzureADMyOrg'
  | 'AzureADMultipleOrgs'
  | 'AzureADandPersonalMicrosoftAccount'

/** Whether the application can keep a secret. */
export function isConfidential({ type }: Application): boolean {
  return type === 'daemon' || type === 'web'
}
