// From what a page shows to the page: one function for each kind of view.
import { accountPage } from './account.ts'
import { consentPage } from './consent.ts'
import { deviceCodePage, deviceConfirmPage } from './device.ts'
import { formPostPage } from './form-post.ts'
import { documentOf } from './layout.ts'
import { errorPage, messagePage } from './message.ts'
import type { Page } from './page.ts'
import { passwordPage } from './password.ts'
import { policyOf } from './policy.ts'
import { signedOutPage } from './signed-out.ts'
import { staySignedInPage } from './stay-signed-in.ts'
import type { PageView } from './view.ts'

type Views = { readonly [View in PageView as View['kind']]: View }
type Pages = { readonly [Kind in keyof Views]: (view: Views[Kind]) => Page }

const pages: Pages = {
  account: accountPage,
  password: passwordPage,
  staySignedIn: staySignedInPage,
  consent: consentPage,
  deviceCode: deviceCodePage,
  deviceConfirm: deviceConfirmPage,
  message: messagePage,
  signedOut: signedOutPage,
  error: errorPage,
  formPost: formPostPage,
}

/** A page, ready to send. */
export interface RenderedPage {
  /** The whole document, UTF-8. */
  readonly html: string
  /** The value of the header that must go with it: without it the page is not what it should be. */
  readonly contentSecurityPolicy: string
}

/** The page for a view. The same view gives the same page. */
export function renderPage(view: PageView): RenderedPage {
  const page = pageOf(view.kind, view)
  return { html: documentOf(page).toString(), contentSecurityPolicy: policyOf(page) }
}

function pageOf<Kind extends keyof Views>(kind: Kind, view: Views[Kind]): Page {
  return pages[kind](view)
}
