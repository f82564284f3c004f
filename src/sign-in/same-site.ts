// Forms are taken from the double's own pages only: another site must not sign a person in as somebody else, nor approve anything.
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'

/** @throws SignInError when a browser says that a page of another origin sent the form */
export function refuseOtherSites({ headers, origin }: SignInContext): void {
  const isForeignSite =
    headers.fetchSite !== undefined && !['same-origin', 'none'].includes(headers.fetchSite)
  const isForeignOrigin = headers.origin !== undefined && headers.origin !== origin
  if (isForeignSite || isForeignOrigin) throw signInErrors.crossSiteForm()
}
