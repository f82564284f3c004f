// A person at the sign-in pages, who fills in their forms and does nothing else: cookies are kept, no script is run.
import type { Markup, Tag } from './markup.ts'
import { parseMarkup, textOf } from './markup.ts'

/** The global one, or that of a double without a port. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>

export interface Person {
  /** A user principal name, or what stands before its `@`. */
  readonly login: string
  readonly password: string
  /** The answer to "Stay signed in?". Default: false. */
  readonly stay?: boolean
  /** The answer to an application that asks for permissions. Default: true. */
  readonly consent?: boolean
}

/** By name. Given again, they make the next sign-in one of the same browser. */
export type Cookies = Map<string, string>

/** Where the browser is sent in the end, with what the client is to be told. */
export interface Return {
  /** With its query and fragment. */
  readonly location: URL
  /** Whatever the response mode: those of the query, of the fragment or of the form. */
  readonly parameters: URLSearchParams
  /** Whether they come in a form (`form_post`). */
  readonly isPosted: boolean
}

/** Fields of the pages, each filled in once, where it is met. */
type Answers = Map<string, string>

interface Page {
  readonly url: URL
  /** Set when the browser leaves the pages. */
  readonly leaving: Return | undefined
  readonly markup: Markup
}

/**
 * Signs in by way of the pages, or by the browser's session if there is one.
 * @throws Error with what stands on the page, when it is one that the person can do nothing about
 */
export async function signInThroughPages(
  fetch: Fetch,
  authorizeUrl: URL | string,
  person: Person,
  cookies: Cookies = new Map(),
): Promise<Return> {
  const browser = new Browser(fetch, cookies)
  const answers = answersOf(person)
  let page = await browser.open(new URL(authorizeUrl))
  while (page.leaving === undefined) page = await browser.fillIn(page, answers)
  return page.leaving
}

/**
 * Signs in on behalf of a device that shows a code.
 * @param verificationUri the page to type the code on
 * @param isApproved whether the person says that it is their device
 * @returns what the last page says
 */
export async function decideOnDevice(
  fetch: Fetch,
  verificationUri: URL | string,
  device: { readonly userCode: string; readonly isApproved: boolean },
  person: Person,
): Promise<string> {
  const browser = new Browser(fetch, new Map())
  const answers = answersOf(person)
    .set('otc', device.userCode)
    .set('confirm', device.isApproved ? 'Continue' : 'Cancel')
  let page = await browser.open(new URL(verificationUri))
  while (answers.has('confirm')) page = await browser.fillIn(page, answers)
  return textOf(page.markup)
}

function answersOf({ login, password, stay = false, consent = true }: Person): Answers {
  return new Map([
    ['passwd', password],
    ['loginfmt', login],
    ['stay', stay ? 'Yes' : 'No'],
    ['consent', consent ? 'Accept' : 'Cancel'],
  ])
}

class Browser {
  readonly #fetch: Fetch
  readonly #cookies: Cookies

  constructor(fetch: Fetch, cookies: Cookies) {
    this.#fetch = fetch
    this.#cookies = cookies
  }

  async open(url: URL, init: RequestInit = {}): Promise<Page> {
    const cookie = [...this.#cookies].map(pair => pair.join('=')).join('; ')
    const headers = { ...(cookie !== '' && { cookie }) }
    const response = await this.#fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const text = await response.text()
    const location = response.headers.get('location')
    const markup = parseMarkup(location === null ? text : '')
    const leaving = location === null ? postedBy(markup) : redirectedTo(new URL(location, url))
    return { url, leaving, markup }
  }

  /** Submits the form that has a field for one of the answers, and takes that answer away. */
  async fillIn({ url, markup }: Page, answers: Answers): Promise<Page> {
    for (const [name, value] of answers) {
      const form = formWith(markup, name)
      if (form === undefined) continue
      answers.delete(name)
      const body = new URLSearchParams([...hiddenFields(form), [name, value]])
      return this.open(new URL(form[0]?.attributes.action ?? '', url), { method: 'POST', body })
    }
    throw new Error(`Nothing can be filled in here: ${textOf(markup)}`)
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function redirectedTo(location: URL): Return {
  const parameters = new URLSearchParams(location.search || location.hash.slice(1))
  return { location, parameters, isPosted: false }
}

/** The page that submits itself to the client; undefined for any other. */
function postedBy({ tags }: Markup): Return | undefined {
  const form = tags.find(({ name }) => name === 'form')
  const { action = '' } = form?.attributes ?? {}
  // The double's own forms stay where they are.
  if (!URL.canParse(action)) return undefined
  const parameters = new URLSearchParams(hiddenFields(tags))
  return { location: new URL(action), parameters, isPosted: true }
}

/** The tags from a form to the next one, of the form that has the field; undefined where none has. */
function formWith({ tags }: Markup, field: string): readonly Tag[] | undefined {
  const starts = tags.flatMap(({ name }, index) => (name === 'form' ? [index] : []))
  return starts
    .map((start, index) => tags.slice(start, starts[index + 1]))
    .find(form => form.some(({ attributes }) => attributes.name === field))
}

function hiddenFields(form: readonly Tag[]): [string, string][] {
  return form
    .filter(({ attributes }) => attributes.type === 'hidden')
    .map(({ attributes: { name = '', value = '' } }) => [name, value])
}
