// Who may use the control surface: no page of another origin, and, where a control key is set, only who has it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

const SAME_PAGE = new Set(['same-origin', 'none'])

/** @throws Problem 403 when a browser says that a page of another origin asks */
export function refuseOtherOrigins({ headers, host, protocol }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  const isForeignSite = typeof site === 'string' && !SAME_PAGE.has(site)
  const isForeignOrigin = headers.origin !== undefined && headers.origin !== `${protocol}://${host}`
  if (isForeignSite || isForeignOrigin) {
    throw new Problem(
      403,
      'The control surface does not answer pages of other origins. Call it from the test itself, not from the page.',
    )
  }
}

/** @throws Problem 401 unless the request carries the key */
export function demandKey({ headers }: FastifyRequest, key: string): void {
  const sent = /^bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  // Digests have one length, so that the comparison tells nothing of the key's.
  if (!timingSafeEqual(digest(sent), digest(key))) {
    throw new Problem(401, 'Send the control key as "Authorization: Bearer <key>".', {
      headers: { 'www-authenticate': 'Bearer realm="graph-understudy control"' },
    })
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
