// What an error of the sign-in surface is; which ones there are is in the files beside this one.

/** @see RFC 6749, section 5.2, and https://openid.net/specs/openid-connect-core-1_0.html#AuthError */
export type OAuthError =
  | 'access_denied'
  | 'authorization_declined'
  | 'authorization_pending'
  | 'bad_verification_code'
  | 'consent_required'
  | 'expired_token'
  | 'interaction_required'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_instance'
  | 'invalid_request'
  | 'invalid_resource'
  | 'invalid_scope'
  | 'invalid_tenant'
  | 'login_required'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'

export interface SignInErrorExtra {
  /** Null, like undefined, leaves it out. */
  readonly suberror?: string | null
  /** False where the service has no page to look the number up on, and so sends no `error_uri`. */
  readonly hasLookupPage?: boolean
  /** Of the refresh token that is refused. */
  readonly ageMilliseconds?: number
  /** For the error page: what to do next, in the double's own words. */
  readonly advice?: string
  /** In place of `error`, of a failure that was planned with a word of its own. */
  readonly word?: string
  /** Of a failure that was planned, the headers it adds. */
  readonly planned?: Readonly<Record<string, string>>
}

/** A refusal of the surface. In JSON its status is 401 for `invalid_client` and 400 for all others, unless it has one of its own. */
export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly status: number
  /** The AADSTS number; undefined for errors of the double's own. */
  readonly code: number | undefined
  readonly error: OAuthError
  readonly extra: SignInErrorExtra

  constructor(
    code: number | undefined,
    error: OAuthError,
    message: string,
    { status, ...extra }: SignInErrorExtra & { readonly status?: number } = {},
  ) {
    super(message)
    this.status = status ?? (error === 'invalid_client' ? 401 : 400)
    this.code = code
    this.error = error
    this.extra = extra
  }

  /** `AADSTS50173: The provided grant …` */
  get sentence(): string {
    return this.code === undefined ? this.message : `AADSTS${this.code}: ${this.message}`
  }
}

/** What a row of the catalogue makes: an error of the service, by its number. */
export function aadsts(
  code: number,
  error: OAuthError,
  message: string,
  extra?: SignInErrorExtra,
): SignInError {
  return new SignInError(code, error, message, extra)
}

/** An application as sentences name it. */
export interface NamedApplication {
  readonly appId: string
  readonly displayName: string
}

/** An instant as the service writes it into sentences, with seven decimals. @param milliseconds since the epoch */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z')
}
