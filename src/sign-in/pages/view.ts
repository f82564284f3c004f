// What each page of the sign-in surface shows. Plain values: pages decide nothing.

/** Where a page's form goes, and the sealed state it carries along. */
export interface FormTarget {
  /** Path of the double: `/contoso.onmicrosoft.com/login`. */
  readonly action: string
  /** Hidden field `ctx`. */
  readonly ctx: string
}

/** One account to pick. */
export interface AccountTile {
  readonly userPrincipalName: string
  readonly displayName: string
  /** What there is to know about the account, in words: `Guest`, `Disabled`, `Signed in`, `Revoked since your last sign-in at …`. */
  readonly notes: readonly string[]
}

/** What went wrong with the last answer: code and sentence, shown beside the field. */
export interface FieldError {
  /** `AADSTS50126`. */
  readonly code: string
  readonly message: string
}

/** Pick an account, or type its name. */
export interface AccountView {
  readonly kind: 'account'
  readonly form: FormTarget
  /** The application that asks; absent on the way to a device's approval. */
  readonly application: string
  readonly accounts: readonly AccountTile[]
  /** How many more there are than are shown. */
  readonly more: number
  /** What is in the field at first. */
  readonly login: string
  readonly error: FieldError | undefined
  /** Why the person is asked again. */
  readonly notice: string | undefined
}

export interface PasswordView {
  readonly kind: 'password'
  readonly form: FormTarget
  readonly application: string
  readonly account: AccountTile
  readonly error: FieldError | undefined
  readonly notice: string | undefined
}

export interface StaySignedInView {
  readonly kind: 'staySignedIn'
  readonly form: FormTarget
  readonly userPrincipalName: string
}

export interface ConsentView {
  readonly kind: 'consent'
  readonly form: FormTarget
  readonly userPrincipalName: string
  readonly application: string
  /** Name, and what it allows where that is known. */
  readonly permissions: readonly { readonly name: string; readonly description: string }[]
}

/** Type the code that a device shows. */
export interface DeviceCodeView {
  readonly kind: 'deviceCode'
  /** Path the code is posted to. */
  readonly action: string
  readonly code: string
  readonly error: FieldError | undefined
}

/** Is it you who signs in on that device? */
export interface DeviceConfirmView {
  readonly kind: 'deviceConfirm'
  readonly form: FormTarget
  readonly userPrincipalName: string
  readonly application: string
}

/** Something is over: a device was approved or declined, a person signed out. */
export interface MessageView {
  readonly kind: 'message'
  readonly title: string
  readonly text: string
}

/** Signed out: the clients' own sign-out addresses are loaded in hidden frames, then the way goes on. */
export interface SignedOutView {
  readonly kind: 'signedOut'
  readonly frontChannelUrls: readonly string[]
  /** Where the client wants the person next. */
  readonly continueTo: string | undefined
}

/** An error that must not be sent to the redirect URI. */
export interface ErrorView {
  readonly kind: 'error'
  /** `AADSTS50011`; empty where the error has no number. */
  readonly code: string
  readonly message: string
  readonly correlationId: string
  readonly traceId: string
  /** `2026-11-22T14:16:40Z` */
  readonly timestamp: string
  /** What to do next, from the double itself: nothing the real page says. */
  readonly advice: string | undefined
}

/** Hands an answer to the client by a form that submits itself. @see OAuth 2.0 Form Post Response Mode */
export interface FormPostView {
  readonly kind: 'formPost'
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
}

export type PageView =
  | AccountView
  | PasswordView
  | StaySignedInView
  | ConsentView
  | DeviceCodeView
  | DeviceConfirmView
  | MessageView
  | SignedOutView
  | ErrorView
  | FormPostView
