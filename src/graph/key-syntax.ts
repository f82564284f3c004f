// OData's other way to name a user: /users('adele@contoso.com') for /users/adele@contoso.com. A name that starts with $ has only this one.

/** An apostrophe may stand for itself or be percent-encoded; inside a key it is doubled. */
const KEY_IN_PARENTHESES =
  /^(\/(?:v1\.0|beta)\/users)\((?:'|%27)((?:''|(?:%27){2}|(?!%27)[^'/?])*)(?:'|%27)\)(?=[/?]|$)/i

/** The address with the key as a segment of its own; any other address unchanged. */
export function rewriteKeySyntax(url: string): string {
  if (!url.includes('/users(')) return url
  return url.replace(KEY_IN_PARENTHESES, (_, users: string, key: string) => {
    const name = key.replaceAll("''", "'").replaceAll('%27%27', '%27').replaceAll('$', '%24')
    return `${users}/${name}`
  })
}

/** Whether a segment that is read as a key starts with a bare `$`, which belongs to system segments such as `$count`. */
export function isSystemSegment(url: string): boolean {
  return /^\/(?:v1\.0|beta)\/users\/\$/.test(url)
}
