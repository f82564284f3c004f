// What a page hands to the layout and to the content security policy.
import type { Html } from './html.ts'

/** Where the forms of a page lead in the end, redirects included. */
export type FormDestination =
  /** No form. */
  | 'nowhere'
  /** Pages of the double alone. */
  | 'here'
  /** A client's redirect URI, sooner or later. */
  | 'client'

export interface Page {
  /** What is done here, for the tab and the one heading. */
  readonly title: string
  /** What stands below the heading. */
  readonly content: Html
  readonly forms: FormDestination
  /** For `head`, beside what every page has there. */
  readonly head?: Html
  /** Source of the one script, where there is one. */
  readonly script?: string
  /** Web addresses that frames of the page load. */
  readonly frames?: readonly string[]
  /** Whether a client's page may hold this one in a frame, as a silent sign-in does. Default: false. */
  readonly framable?: boolean
}
