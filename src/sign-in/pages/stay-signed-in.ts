// Whether the sign-in session outlives the browser.
import { html } from './html.ts'
import type { Page } from './page.ts'
import { form, identity, primary, secondary } from './parts.ts'
import type { StaySignedInView } from './view.ts'

/** Posts `ctx` and `stay` (`Yes` or `No`), with `DontShowAgain=true` where that was ticked. */
export function staySignedInPage(view: StaySignedInView): Page {
  const fields = html`<label class="check"><input type="checkbox" id="KmsiCheckboxField" name="DontShowAgain" value="true"> Don’t show this again</label>
<div class="buttons">${primary('Yes', { name: 'stay', autofocus: true })}${secondary('No', 'stay', 'No')}</div>`
  const content = html`${identity(view.userPrincipalName)}
<p>Then you are asked to sign in less often.</p>
${form(view.form, fields)}`
  return { title: 'Stay signed in?', content, forms: 'client' }
}
