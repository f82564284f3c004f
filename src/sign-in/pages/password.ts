// Enter the password of the account that was picked.
import { attributes, html } from './html.ts'
import type { Page } from './page.ts'
import {
  accountFace,
  describedBy,
  fieldError,
  form,
  noticeLine,
  primary,
  purpose,
  secondary,
} from './parts.ts'
import type { PasswordView } from './view.ts'

/** Posts `ctx`, `login` and `passwd`, with `method=passkey` or `back=1` where that was pressed. */
export function passwordPage(view: PasswordView): Page {
  const { account, error } = view
  // The first submit button of a form is the one Enter presses, so the others follow it.
  const fields = html`<input type="hidden" name="login" value="${account.userPrincipalName}">
<label class="unseen" for="i0118">Enter the password for ${account.userPrincipalName}</label>
${fieldError('passwordError', error)}
<input type="password" id="i0118" class="field" name="passwd" placeholder="Password" autocomplete="current-password" autofocus${attributes(describedBy('passwordError', error))}>
<div class="buttons">${primary('Sign in')}${secondary('Back', 'back', '1')}</div>
<div class="aside"><button type="submit" id="idA_PWD_SwitchToFido" class="link" name="method" value="passkey" aria-describedby="passkeyHint" formnovalidate>Use a passkey instead</button>
<span class="hint" id="passkeyHint">None is asked for: the sign-in goes on as if you had used one.</span></div>`
  const content = html`${purpose(view.application)}
<div class="face">${accountFace(account)}</div>
${noticeLine(view.notice)}
${form(view.form, fields)}`
  return { title: 'Enter password', content, forms: 'client' }
}
