// Who did something, and in which request: what the logs say of it.

/** Of an administrator, a user or an application, through Microsoft Graph. */
export type Act =
  | {
      readonly kind: 'user'
      readonly id: string
      readonly userPrincipalName: string
      readonly ipAddress: string | null
      readonly correlationId: string
    }
  | {
      readonly kind: 'app'
      readonly appId: string
      readonly displayName: string
      readonly servicePrincipalId: string
      readonly correlationId: string
    }
