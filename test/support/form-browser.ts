// A browser without scripts, in process: it keeps cookies, sends forms the way a person would, and follows nothing by itself.
import type { Understudy } from '../../src/api.ts'
import type { Markup } from './markup.ts'
import { parseMarkup, textOf } from './markup.ts'

/** Where the real service is. */
export const LOGIN = 'https://login.microsoftonline.com'

export interface Page {
  /** By which it was asked for. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** Where it redirects to. */
  readonly location: string | undefined
  readonly html: string
  readonly setCookies: readonly string[]
}

type Fields = Readonly<Record<string, string>>

export class Browser {
  /** Those of the one host that it visits. */
  readonly cookies: Map<string, string>
  readonly #understudy: Understudy

  constructor(understudy: Understudy, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#understudy = understudy
    this.cookies = new Map(cookies)
  }

  /** Another browser that has the same cookies. */
  copy(): Browser {
    return new Browser(this.#understudy, this.cookies)
  }

  open(url: string): Promise<Page> {
    return this.#request(url, { method: 'GET' })
  }

  /** Sends a form of the browser's own, as a client's page has it. */
  post(url: string, fields: Fields, headers: Fields = {}): Promise<Page> {
    const body = new URLSearchParams(fields).toString()
    const type = 'application/x-www-form-urlencoded'
    return this.#request(url, {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body,
    })
  }

  /** Sends the page's form with what the page itself has hidden in it. */
  submit(page: Page, fields: Fields): Promise<Page> {
    const { action, hidden } = formOf(page)
    return this.post(new URL(action, page.url).href, { ...hidden, ...fields })
  }

  async #request(url: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.#understudy.fetch(url, { ...init, headers })
    const setCookies = response.headers.getSetCookie()
    for (const cookie of setCookies) this.#keep(cookie)
    return {
      url,
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location') ?? undefined,
      html: await response.text(),
      setCookies,
    }
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(cookie) ?? []
    if (/; *max-age=0/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** Where the page's first form goes, and what it carries along. @throws Error where there is none */
export function formOf(page: Page): { readonly action: string; readonly hidden: Fields } {
  const { tags } = markupOf(page)
  const action = tags.find(({ name }) => name === 'form')?.attributes.action
  if (action === undefined) throw new Error(`${page.url} answered without a form: ${shown(page)}`)
  const hidden = tags
    .filter(({ name, attributes }) => name === 'input' && attributes.type === 'hidden')
    .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''] as const)
  return { action, hidden: Object.fromEntries(hidden) }
}

/** What the page is called, to whoever sees it. */
export function titleOf(page: Page): string {
  return /<h1>([^<]*)<\/h1>/.exec(page.html)?.[1] ?? ''
}

/** All that is there to read. */
export function wordsOf(page: Page): string {
  return textOf(markupOf(page))
}

/** The notes of each account that can be picked, or of the one whose password is asked for, by user principal name. */
export function notesOf({ html }: Page): Readonly<Record<string, readonly string[]>> {
  const faces = html.matchAll(/<bdi class="name">.*?<bdi class="upn">([^<]*)<\/bdi>[^\n]*/gs)
  return Object.fromEntries(
    [...faces].map(([face, name = '']) => [
      name,
      [...face.matchAll(/<span class="(?:badge|remark)">([^<]*)</g)].map(([, note = '']) => note),
    ]),
  )
}

/** What the client is told: in the query, in the fragment, or in a form. @throws Error where it is told nothing */
export function answerOf(page: Page): Readonly<Record<string, string>> {
  if (page.location === undefined) {
    if (!page.html.includes('HTMLFormElement')) throw new Error(`No answer: ${shown(page)}`)
    return formOf(page).hidden
  }
  const { hash, search } = new URL(page.location)
  return Object.fromEntries(new URLSearchParams(hash === '' ? search : hash.slice(1)))
}

/** The error a client is told, and the number of its sentence: `['login_required', 'AADSTS50058']`. */
export function errorOf(page: Page): readonly [string | undefined, string | undefined] {
  const { error, error_description: description } = answerOf(page)
  return [error, description?.split(':', 1)[0]]
}

/** The number of the sentence on an error page, or beside a field: `AADSTS50126`. */
export function numberOn(page: Page): string | undefined {
  return /AADSTS[0-9]+/.exec(wordsOf(page))?.[0]
}

function markupOf({ html }: Page): Markup {
  return parseMarkup(html)
}

function shown({ status, location, html }: Page): string {
  return `${status} ${location ?? ''} ${html.replace(/<style>.*<\/style>/s, '').slice(0, 2000)}`
}
