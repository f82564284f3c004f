// The last word: something is over, or cannot go on.
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import type { ErrorView, MessageView } from './view.ts'

/** No way on: whatever comes next begins elsewhere. */
export function messagePage(view: MessageView): Page {
  return { title: view.title, content: html`<p>${view.text}</p>`, forms: 'nowhere' }
}

/** Code and message stand in one line, `AADSTS50011: …`, as a reader would search for them. */
export function errorPage(view: ErrorView): Page {
  const code = view.code === '' ? '' : `${view.code}: `
  const content = html`<p class="error">${code}${view.message}</p>
${adviceBox(view.advice)}
<table>
${row('Request Id', view.traceId)}
${row('Correlation Id', view.correlationId)}
${row('Timestamp', view.timestamp)}
</table>`
  const title = 'Sorry, but we’re having trouble signing you in.'
  // A silent sign-in meets the error in a hidden frame, where whoever looks into it should find it.
  return { title, content, forms: 'nowhere', framable: true }
}

function adviceBox(advice: string | undefined): Html | undefined {
  if (advice === undefined) return undefined
  return html`<section class="advice" aria-labelledby="adviceLabel">
<h2 id="adviceLabel">From graph-understudy</h2>
<p>${advice}</p>
</section>`
}

function row(label: string, value: string): Html {
  return html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`
}
