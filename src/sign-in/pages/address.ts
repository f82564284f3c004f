// Addresses that clients have registered, made fit for a page: followed by a person, never run as a script.

/** Schemes that put content of their own into the page they are opened from. */
const SCRIPTED = new Set(['javascript:', 'data:', 'vbscript:'])
/** Stands for the page an address is on, so that a relative one is read as the browser reads it. */
const BASE = 'https://page.invalid'

/**
 * The address, or one that leads nowhere (`unsafe:javascript:…`) where a browser would run it.
 * Custom schemes of native clients (`msauth.app://auth`) stay as they are.
 */
export function inert(address: string): string {
  return SCRIPTED.has(protocolOf(address) ?? '') ? `unsafe:${address}` : address
}

/** Whether a frame may show the address: absolute, and of the web. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

function protocolOf(address: string): string | undefined {
  return URL.canParse(address, BASE) ? new URL(address, BASE).protocol : undefined
}
