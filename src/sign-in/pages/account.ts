// Pick an account, or type its name.
import type { Html } from './html.ts'
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
import type { AccountTile, AccountView } from './view.ts'

/** Posts `login` (a tile), `loginfmt` (the field) or `cancel=1`, each with `ctx`. */
export function accountPage(view: AccountView): Page {
  const title = view.accounts.length > 0 ? 'Pick an account' : 'Sign in'
  const content = html`${purpose(view.application)}
${noticeLine(view.notice)}
${picker(view)}
<div class="ask">
${nameForm(view)}
${form(view.form, secondary('Cancel', 'cancel', '1'))}
</div>`
  return { title, content, forms: 'client' }
}

/** The tiles have a form of their own: Enter in the field must not pick the first of them. */
function picker(view: AccountView): Html | undefined {
  if (view.accounts.length === 0) return undefined
  const more =
    view.more > 0 ? html`<p class="more">and ${view.more} more: type the name</p>` : undefined
  return form(view.form, html`<ul class="tiles" role="list">${view.accounts.map(tile)}</ul>${more}`)
}

function tile(account: AccountTile): Html {
  const { userPrincipalName } = account
  return html`
<li><button type="submit" class="tile" name="login" value="${userPrincipalName}" data-test-id="${userPrincipalName}">${accountFace(account)}</button></li>`
}

function nameForm(view: AccountView): Html {
  const isAlone = view.accounts.length === 0
  const autofocus = isAlone || view.login !== '' || view.error !== undefined
  return form(
    view.form,
    html`<label id="otherTile" class="label" for="i0116">${isAlone ? 'User name' : 'Use another account'}</label>
${fieldError('usernameError', view.error)}
<input type="text" id="i0116" class="field" name="loginfmt" value="${view.login}" placeholder="someone@example.com, or a name" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false"${attributes({ autofocus, ...describedBy('usernameError', view.error) })}>
${primary('Next')}`,
  )
}
