// Client credentials by HTTP Basic.

/** Undefined for any other scheme, and for what cannot be read. @see RFC 6749, section 2.3.1 */
export function readBasicCredentials(
  authorization: string | undefined,
): { readonly clientId: string; readonly secret: string } | undefined {
  const encoded = /^basic +(\S+) *$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [, clientId, secret] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  if (clientId === undefined || secret === undefined) return undefined
  return { clientId: decodeForm(clientId), secret: decodeForm(secret) }
}

/** Both are encoded as in a form; what is no such encoding is taken as it is, as many clients send it. */
function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
