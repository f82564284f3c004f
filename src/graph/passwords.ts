// Which passwords the directory takes.
import { graphErrors } from './errors.ts'

const KINDS: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

/**
 * From 8 to 256 characters of three of four kinds: lower case, upper case, digits and others. The kinds do not matter to a user whose
 * policies take weak passwords.
 * @param policies the user's `passwordPolicies`
 * @param parameter by which name an action was given the password
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-password-ban-bad-combined-policy
 * @throws GraphError 400
 */
export function assertPassword(
  password: string,
  policies: string | null | undefined,
  parameter?: string,
): void {
  const kinds = KINDS.filter(kind => kind.test(password)).length
  const isLongEnough = password.length >= 8 && password.length <= 256
  const isVaried = kinds >= 3 || policies?.includes('DisableStrongPassword') === true
  if (!isLongEnough || !isVaried) throw graphErrors.passwordTooSimple(parameter)
}
