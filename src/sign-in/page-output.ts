// A page as an answer of the surface.
import { noStore } from './headers.ts'
import { renderPage } from './pages/render.ts'
import type { PageView } from './pages/view.ts'

/** What every operation that a browser visits may answer. */
export type PageOutput =
  | {
      readonly status: 200
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
      readonly cookies: readonly string[]
    }
  | {
      readonly status: 302
      readonly headers: Readonly<Record<string, string>>
      readonly cookies: readonly string[]
    }

export function pageOutput(view: PageView, cookies: readonly string[] = []): PageOutput {
  const { html, contentSecurityPolicy } = renderPage(view)
  return { status: 200, headers: pageHeaders(contentSecurityPolicy), body: html, cookies }
}

export function pageHeaders(contentSecurityPolicy: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    // Not no-referrer, by which browsers withhold the Origin of a form, too.
    'referrer-policy': 'same-origin',
    ...noStore,
  }
}
