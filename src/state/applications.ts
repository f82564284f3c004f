// An application as stored.
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
  readonly redirectUris: readonly string[]
  readonly consented: {
    /** Delegated permissions on Microsoft Graph. */
    readonly scopes: readonly string[]
    /** Application permissions on Microsoft Graph. */
    readonly roles: readonly string[]
  }
}

/** Whether the application can keep a secret. */
export function isConfidential({ type }: Application): boolean {
  return type === 'daemon' || type === 'web'
}
