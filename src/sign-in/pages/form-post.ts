// Hands an answer to the client by a form that submits itself.
import { html } from './html.ts'
import type { Page } from './page.ts'
import { primary } from './parts.ts'
import type { FormPostView } from './view.ts'

// Not `form.submit()`: a field of that name would stand in its place.
const SUBMIT = 'HTMLFormElement.prototype.submit.call(document.forms[0])'

/** @see OAuth 2.0 Form Post Response Mode, section 2 */
export function formPostPage(view: FormPostView): Page {
  const fields = view.fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  )
  const content = html`<form method="post" action="${view.action}">
${fields}<noscript><p>Scripts are switched off here, so press the button.</p>${primary('Continue')}</noscript>
</form>`
  const title = 'Taking you back to the application'
  return { title, content, forms: 'client', script: SUBMIT, framable: true }
}
