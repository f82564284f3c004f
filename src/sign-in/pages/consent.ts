// Let an application do what it asks for.
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { form, identity, primary, secondary } from './parts.ts'
import type { ConsentView } from './view.ts'

/** Posts `ctx` and `consent` (`Accept` or `Cancel`). */
export function consentPage(view: ConsentView): Page {
  const buttons = html`<div class="buttons">${primary('Accept', { name: 'consent' })}${secondary('Cancel', 'consent', 'Cancel')}</div>`
  const content = html`${identity(view.userPrincipalName)}
<p><bdi class="strong">${view.application}</bdi> would like to:</p>
<ul class="permissions" role="list">${view.permissions.map(permission)}</ul>
${form(view.form, buttons)}`
  return { title: 'Permissions requested', content, forms: 'client' }
}

function permission({ name, description }: ConsentView['permissions'][number]): Html {
  if (description === '')
    return html`
<li><span class="strong">${name}</span></li>`
  return html`
<li><span class="strong">${description}</span> <code>${name}</code></li>`
}
