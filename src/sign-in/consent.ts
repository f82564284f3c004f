// Consent: what a person may allow a client, and what only an administrator may.
import { roleIds } from '../state/directory-roles.ts'
import type { User } from '../state/users.ts'
import type { Resource } from '../tokens/access.ts'
import type { ScopeRequest } from '../tokens/scopes.ts'
import { needsAdministrator } from '../tokens/scopes.ts'
import { signInErrors } from './errors.ts'

const CONSENTING_ROLES: ReadonlySet<string> = new Set([
  roleIds['Global Administrator'],
  roleIds['Privileged Role Administrator'],
])

/** @throws SignInError 90094 when only an administrator may consent, and the user is none */
export function assertMayConsent({ roles }: User, permissions: readonly string[]): void {
  const isAdministrator = roles.some(role => CONSENTING_ROLES.has(role))
  if (!isAdministrator && permissions.some(needsAdministrator))
    throw signInErrors.adminConsentNeeded()
}

/** What is stored when a person accepts: for `.default`, what an application has that nothing was set up for. */
export function consentNames(missing: readonly string[], resource: Resource): readonly string[] {
  return missing.flatMap(name => {
    if (!name.endsWith('.default')) return [name]
    if (resource.kind === 'graph') return ['User.Read']
    const { exposed } = resource.application
    return exposed.scopes.map(scope => `api://${resource.audience}/${scope}`)
  })
}

/** What the page lists: what is missing, or everything that was asked for when consent is asked for again. */
export function permissionsToShow(
  { openId, permissions }: ScopeRequest,
  missing: readonly string[],
): readonly { readonly name: string; readonly description: string }[] {
  const names = missing.length > 0 ? missing : [...openId, ...permissions]
  return names.map(name => ({ name, description: descriptions.get(name) ?? '' }))
}

const descriptions: ReadonlyMap<string, string> = new Map([
  ['openid', 'Sign you in'],
  ['profile', 'View your basic profile'],
  ['email', 'View your email address'],
  ['offline_access', 'Maintain access to data you have given it access to'],
  ['User.Read', 'Sign you in and read your profile'],
  ['User.ReadWrite', 'Read and update your profile'],
  ['User.ReadBasic.All', "Read all users' basic profiles"],
])
