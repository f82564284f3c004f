// Sign in on another device: type the code it shows, then say that it is yours.
import { attributes, html } from './html.ts'
import type { Page } from './page.ts'
import { describedBy, fieldError, form, identity, primary, secondary } from './parts.ts'
import type { DeviceCodeView, DeviceConfirmView } from './view.ts'

/** Posts `otc`: the code as typed, in any case. */
export function deviceCodePage(view: DeviceCodeView): Page {
  const content = html`<p>Type the code that your app or device shows.</p>
<form method="post" action="${view.action}">
<label class="label" for="otc">Code</label>
${fieldError('otcError', view.error)}
<input type="text" id="otc" class="field code" name="otc" value="${view.code}" autocomplete="off" autocapitalize="characters" spellcheck="false" autofocus${attributes(describedBy('otcError', view.error))}>
<div class="buttons">${primary('Next')}</div>
</form>`
  return { title: 'Enter code', content, forms: 'here' }
}

/** Posts `ctx` and `confirm` (`Continue` or `Cancel`). */
export function deviceConfirmPage(view: DeviceConfirmView): Page {
  const buttons = html`<div class="buttons">${primary('Continue', { name: 'confirm' })}${secondary('Cancel', 'confirm', 'Cancel')}</div>`
  const content = html`${identity(view.userPrincipalName)}
<p>Continue only if it was you who started this, on a device you can see.</p>
${form(view.form, buttons)}`
  const title = `Are you trying to sign in to ${view.application}?`
  return { title, content, forms: 'here' }
}
