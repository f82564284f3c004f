// What several pages share: forms, buttons, the look of an account, what went wrong.
import type { Html } from './html.ts'
import { attributes, html } from './html.ts'
import type { AccountTile, FieldError, FormTarget } from './view.ts'

/** A form that posts to the double and carries the sealed state along. */
export function form(target: FormTarget, content: Html): Html {
  return html`<form method="post" action="${target.action}">
<input type="hidden" name="ctx" value="${target.ctx}">
${content}
</form>`
}

interface ButtonOptions {
  /** Field that carries the label as its value. Default: none, the button only submits. */
  readonly name?: string
  /** Whether the page begins here. Default: false. */
  readonly autofocus?: boolean
}

/** The one button that goes on. */
export function primary(label: string, options: ButtonOptions = {}): Html {
  const { name, autofocus } = options
  return html`<input type="submit" id="idSIButton9" class="primary" value="${label}"${attributes({ name, autofocus })}>`
}

/** The button that goes back or says no. */
export function secondary(label: string, name: string, value: string): Html {
  return html`<button type="submit" id="idBtn_Back" class="secondary" name="${name}" value="${value}" formnovalidate>${label}</button>`
}

/** What was wrong with the field. The field names the same id in `aria-describedby`. */
export function fieldError(id: string, error: FieldError | undefined): Html | undefined {
  if (error === undefined) return undefined
  return html`<p class="error" id="${id}" role="alert">${error.message} <code>${error.code}</code></p>`
}

/** Attributes of a field with or without an error. */
export function describedBy(id: string, error: FieldError | undefined) {
  return error === undefined ? {} : { 'aria-describedby': id, 'aria-invalid': 'true' }
}

/** Which application asks; nothing where none does, as on the way to a device's approval. */
export function purpose(application: string): Html | undefined {
  if (application === '') return undefined
  return html`<p class="purpose">to continue to <bdi>${application}</bdi></p>`
}

/** Why the person is asked. */
export function noticeLine(notice: string | undefined): Html | undefined {
  return notice === undefined ? undefined : html`<p class="notice">${notice}</p>`
}

/** Who is meant, in one line. */
export function identity(userPrincipalName: string): Html {
  return html`<p class="identity"><bdi>${userPrincipalName}</bdi></p>`
}

/** An account as it looks inside a button or beside a field. */
export function accountFace(account: AccountTile): Html {
  const { displayName, userPrincipalName, notes } = account
  return html`<span class="avatar ${hueOf(userPrincipalName)}" aria-hidden="true">${initialsOf(displayName)}</span>
<span class="who"><bdi class="name">${displayName}</bdi> ${notes.filter(isBrief).map(badge)}<bdi class="upn">${userPrincipalName}</bdi> ${notes.filter(note => !isBrief(note)).map(remark)}</span>`
}

/** One or two words stand beside the name; a sentence has a line of its own. */
function isBrief(note: string): boolean {
  return note.length <= 16
}

function badge(note: string): Html {
  return html`<span class="badge">${note}</span> `
}

function remark(note: string): Html {
  return html`<span class="remark">${note}</span> `
}

/** First letters of the first and the last word: `AV`. */
function initialsOf(displayName: string): string {
  const words = displayName.split(/\s+/).filter(word => word !== '')
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words
  return ends.map(word => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** One of six colours, the same for the same account. */
function hueOf(userPrincipalName: string): string {
  const sum = [...userPrincipalName].reduce(
    (total, letter) => total + (letter.codePointAt(0) ?? 0),
    0,
  )
  return `hue-${sum % 6}`
}
