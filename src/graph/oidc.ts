// graph.oidc.*: OpenID Connect at Microsoft Graph.
import type { Handler, Output } from '../contract/operations.ts'
import { pairwiseSubject } from '../tokens/opaque.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'

export const getUserInfo: Handler<'graph.oidc.getUserInfo', GraphContext> = (_, context) =>
  userInfo(context)

export const postUserInfo: Handler<'graph.oidc.postUserInfo', GraphContext> = (_, context) =>
  userInfo(context)

/** @see https://learn.microsoft.com/entra/identity-platform/userinfo */
function userInfo({ caller }: GraphContext): Output<'graph.oidc.getUserInfo'> {
  if (caller.kind === 'app') throw graphErrors.meWithoutUser()
  const { user, token } = caller
  const showsProfile = token.scopes.has('profile')
  return {
    status: 200,
    body: {
      sub: pairwiseSubject(user.id, token.clientId),
      ...(showsProfile && {
        name: user.displayName ?? user.userPrincipalName,
        ...(user.surname !== null && { family_name: user.surname }),
        ...(user.givenName !== null && { given_name: user.givenName }),
        picture: 'https://graph.microsoft.com/v1.0/me/photo/$value',
      }),
      ...(token.scopes.has('email') && user.mail !== null && { email: user.mail }),
    },
  }
}
