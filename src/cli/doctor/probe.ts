// Asks a server what `fetch` cannot be asked: by an address other than the name's, without trust, and whom it says it is.
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { isIP } from 'node:net'
import { text } from 'node:stream/consumers'
import type { PeerCertificate } from 'node:tls'
import { TLSSocket } from 'node:tls'

const PATIENCE_MILLISECONDS = 5000

export interface Probe {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Of https alone. */
  readonly trust?: Trust
}

export interface Trust {
  /** Why this process would refuse it, as the system's code; undefined when it is trusted. */
  readonly refusal: string | undefined
  /** SHA-256 of the certificate at the end of the chain, as Node writes it. */
  readonly authorityFingerprint: string | undefined
}

export interface ProbeOptions {
  /** What the Host header says; the URL's host when left out. */
  readonly host?: string
  /** Where to connect; what the URL's host resolves to when left out. */
  readonly address?: string
}

/** Rejects with the system's error when it is not answered in http within five seconds. */
export function probe(url: string, { host, address }: ProbeOptions = {}): Promise<Probe> {
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const name = hostname.replace(/^\[(.*)\]$/, '$1')
  const options: RequestOptions & {
    rejectUnauthorized: boolean
    servername?: string
  } = {
    host: address ?? name,
    port,
    path: pathname + search,
    agent: false,
    headers: { host: host ?? new URL(url).host, accept: 'application/json' },
    timeout: PATIENCE_MILLISECONDS,
    // Whether it is trusted is for the caller to judge.
    rejectUnauthorized: false,
    ...(isIP(name) === 0 && { servername: name }),
  }
  return new Promise((resolve, reject) => {
    const send = protocol === 'https:' ? requestByHttps : requestByHttp
    const request = send(options, response => {
      const { statusCode: status = 0, headers, socket } = response
      const trust = socket instanceof TLSSocket ? { trust: trustOf(socket) } : {}
      text(response).then(body => resolve({ status, headers, body, ...trust }), reject)
    })
    request.on('timeout', () => {
      const error = new Error('It did not answer within five seconds.')
      request.destroy(Object.assign(error, { code: 'ETIMEDOUT' }))
    })
    request.on('error', reject)
    request.end()
  })
}

function trustOf(socket: TLSSocket): Trust {
  // Typed as an Error, it is the code of one.
  const refusal: unknown = socket.authorized ? undefined : socket.authorizationError
  return {
    refusal: refusal === undefined ? undefined : codeOf(refusal),
    authorityFingerprint: lastOf(socket.getPeerCertificate(true)).fingerprint256,
  }
}

function codeOf(refusal: unknown): string {
  return refusal instanceof Error && 'code' in refusal ? String(refusal.code) : String(refusal)
}

/** A chain ends with a certificate that is its own issuer, or whose issuer was not sent. */
function lastOf(
  certificate: PeerCertificate & { issuerCertificate?: PeerCertificate },
): PeerCertificate {
  const issuer = certificate.issuerCertificate
  return issuer === undefined || issuer === certificate ? certificate : lastOf(issuer)
}
