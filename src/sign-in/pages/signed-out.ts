// Signed out: tells the other clients in hidden frames, then goes on.
import { inert, isWebAddress } from './address.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import type { SignedOutView } from './view.ts'

/**
 * Time for what a client's page does after it has loaded. Browsers count from when the frames have loaded, and up to a
 * second they put the next page in this one's place, so that going back does not lead here.
 */
const GRACE_SECONDS = 1

/** @see OpenID Connect Front-Channel Logout 1.0, section 3 */
export function signedOutPage(view: SignedOutView): Page {
  const { continueTo } = view
  const frames = view.frontChannelUrls.filter(isWebAddress)
  const content = html`${farewell(continueTo)}
${frames.map(address => html`<iframe src="${address}" title="Sign-out of a client" hidden></iframe>`)}`
  const page = { title: 'You’re signed out', content, forms: 'nowhere', frames } as const
  if (continueTo === undefined) return page
  const wait = frames.length > 0 ? GRACE_SECONDS : 0
  const head = html`<meta http-equiv="refresh" content="${wait};url=${inert(continueTo)}">\n`
  return { ...page, head }
}

function farewell(continueTo: string | undefined): Html {
  if (continueTo === undefined) return html`<p>You can close this window.</p>`
  return html`<p>Taking you to <bdi class="address">${continueTo}</bdi></p>
<p><a class="primary" href="${continueTo}">Continue</a></p>`
}
