// A registered application as Microsoft Graph returns it.
import type { components } from '../contract/generated.ts'
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import { keyCredentialsOf, passwordCredentialsOf } from './application-credentials.ts'
import type { Whole } from './entities.ts'
import { publishedRoles, publishedScopes } from './published-permissions.ts'
import { requestedAccess } from './requested-access.ts'

type Entity = Whole<components['schemas']['application']>

export function toApplication(tenant: Tenant, application: Application): Entity {
  const { definition } = tenant
  return {
    ...plainApplication,
    id: application.id,
    appId: application.appId,
    createdDateTime: definition.createdDateTime,
    displayName: application.displayName,
    identifierUris: application.exposed.scopes.length > 0 ? [...application.identifierUris] : [],
    isFallbackPublicClient: application.type === 'device' ? true : null,
    publisherDomain: definition.domains[0],
    signInAudience: application.signInAudience,
    appRoles: publishedRoles(application),
    keyCredentials: keyCredentialsOf(application),
    passwordCredentials: passwordCredentialsOf(tenant, application),
    requiredResourceAccess: requestedAccess(tenant, application),
    ...platformsOf(application),
    api: {
      acceptMappedClaims: null,
      knownClientApplications: [],
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: publishedScopes(application),
      preAuthorizedApplications: [],
    },
  }
}

/** Each application is on one platform here. */
function platformsOf({ type, redirectUris, logoutUrl, enableIdTokenIssuance }: Application) {
  const uris = (platform: Application['type']) => (type === platform ? [...redirectUris] : [])
  return {
    publicClient: { redirectUris: uris('device') },
    spa: { redirectUris: uris('spa') },
    web: {
      homePageUrl: null,
      logoutUrl,
      redirectUris: uris('web'),
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance },
    },
  }
}

const plainApplication = {
  deletedDateTime: null,
  applicationTemplateId: null,
  disabledByMicrosoftStatus: null,
  description: null,
  groupMembershipClaims: null,
  isDeviceOnlyAuthSupported: null,
  notes: null,
  serviceManagementReference: null,
  tags: [],
  tokenEncryptionKeyId: null,
  samlMetadataUrl: null,
  defaultRedirectUri: null,
  optionalClaims: null,
  addIns: [],
  info: {
    termsOfServiceUrl: null,
    supportUrl: null,
    privacyStatementUrl: null,
    marketingUrl: null,
    logoUrl: null,
  },
  parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: 'Allow' },
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
} satisfies Partial<Entity>
