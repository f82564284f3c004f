// The content security policy of a page: nothing but what it carries itself.
import { createHash } from 'node:crypto'
import type { Page } from './page.ts'
import { styles } from './styles.ts'

const STYLE_SOURCE = hashOf(styles)

/**
 * The value of `Content-Security-Policy`.
 * @see https://www.w3.org/TR/CSP3/
 */
export function policyOf(page: Page): string {
  return [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    // The icon in the head.
    'img-src data:',
    ...(page.script === undefined ? [] : [`script-src ${hashOf(page.script)}`]),
    ...frameSource(page.frames ?? []),
    ...formAction[page.forms],
    "base-uri 'none'",
    ...(page.framable === true ? [] : ["frame-ancestors 'none'"]),
  ].join('; ')
}

/**
 * Chromium holds `form-action` against every redirect that follows a form. Where the way ends at a client's redirect
 * URI it is left out: that may be any origin, or a scheme of the client's own that no source expression covers.
 */
const formAction: Readonly<Record<Page['forms'], readonly string[]>> = {
  nowhere: ["form-action 'none'"],
  here: ["form-action 'self'"],
  client: [],
}

function frameSource(addresses: readonly string[]): readonly string[] {
  const sources = new Set(addresses.map(sourceOf))
  return sources.size === 0 ? [] : [`frame-src ${[...sources].join(' ')}`]
}

/** The origin; the scheme alone where the policy has no way to write the host, such as an IPv6 address. */
function sourceOf(address: string): string {
  const { origin, protocol } = new URL(address)
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin) ? origin : protocol
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
