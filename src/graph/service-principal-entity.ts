// An application in its tenant, the service principal, as Microsoft Graph returns it.
import type { components } from '../contract/generated.ts'
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import { keyCredentialsOf, passwordCredentialsOf } from './application-credentials.ts'
import type { Whole } from './entities.ts'
import { publishedRoles, publishedScopes } from './published-permissions.ts'

export type ServicePrincipal = Whole<components['schemas']['servicePrincipal']>

/** What the ones that the double has do not differ in. */
export const plainServicePrincipal = {
  deletedDateTime: null,
  accountEnabled: true,
  alternativeNames: [],
  appDescription: null,
  applicationTemplateId: null,
  appRoleAssignmentRequired: false,
  description: null,
  disabledByMicrosoftStatus: null,
  homepage: null,
  loginUrl: null,
  logoutUrl: null,
  notes: null,
  notificationEmailAddresses: [],
  preferredSingleSignOnMode: null,
  preferredTokenSigningKeyThumbprint: null,
  replyUrls: [],
  servicePrincipalType: 'Application',
  tags: [],
  tokenEncryptionKeyId: null,
  samlSingleSignOnSettings: null,
  addIns: [],
  info: {
    termsOfServiceUrl: null,
    supportUrl: null,
    privacyStatementUrl: null,
    marketingUrl: null,
    logoUrl: null,
  },
  keyCredentials: [],
  passwordCredentials: [],
  resourceSpecificApplicationPermissions: [],
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
} satisfies Partial<ServicePrincipal>

export function toServicePrincipal(tenant: Tenant, application: Application): ServicePrincipal {
  const { appId, displayName } = application
  return {
    ...plainServicePrincipal,
    id: application.servicePrincipalId,
    appId,
    appDisplayName: displayName,
    displayName,
    appOwnerOrganizationId: tenant.definition.id,
    createdDateTime: tenant.definition.createdDateTime,
    logoutUrl: application.logoutUrl,
    replyUrls: [...application.redirectUris],
    servicePrincipalNames: [...application.identifierUris, appId],
    signInAudience: application.signInAudience,
    appRoles: publishedRoles(application),
    keyCredentials: keyCredentialsOf(application),
    passwordCredentials: passwordCredentialsOf(tenant, application),
    oauth2PermissionScopes: publishedScopes(application),
  }
}
