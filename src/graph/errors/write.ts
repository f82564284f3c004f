// What cannot be written into a user.
import { GraphError } from './graph-error.ts'

const badProperty = (message: string) =>
  new GraphError(400, 'Request_BadRequest', message, { origin: 'directory' })

export const writeErrors = {
  /** Observed for groups. @see https://learn.microsoft.com/graph/errors */
  valueRequired: (property: string) =>
    badProperty(`A value is required for property '${property}' of resource 'User'.`),
  parameterRequired: () => badProperty('Property value is required but is empty or missing.'),
  /** @see https://github.com/microsoftgraph/msgraph-beta-sdk-java/issues/621 */
  propertyReadOnly: (property: string) =>
    badProperty(`Property '${property}' is read-only and cannot be set.`),
  /** Only a paraphrase is known. @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/9232 */
  propertyInvalid: (property: string) => badProperty(`Invalid property '${property}'.`),
  /** @see https://github.com/Azure-Samples/ms-identity-dotnetcore-b2c-account-management/issues/17 */
  extensionUnavailable: (property: string) =>
    badProperty(`The following extension properties are not available: ${property}.`),
  valueInvalid: (property: string) =>
    badProperty(`Invalid value specified for property '${property}' of resource 'User'.`),
  objectConflict: (property: string) =>
    new GraphError(
      400,
      'Request_BadRequest',
      `Another object with the same value for property ${property} already exists.`,
      { origin: 'directory', details: [{ target: property, code: 'ObjectConflict' }] },
    ),
  domainInvalid: () =>
    badProperty(
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
    ),
  /** @param parameter of an action: clients look for its name at the end */
  passwordTooSimple: (parameter?: string) =>
    badProperty(
      `The specified password does not comply with password complexity requirements. Please provide a different password.${parameter === undefined ? '' : ` paramName: ${parameter}`}`,
    ),
  /** Ours but for its end, by which clients know it. */
  passwordWrong: () => badProperty('The specified password is incorrect. paramName: oldPassword'),
} as const
