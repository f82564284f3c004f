// OData's other way to name an entity: /users('adele@contoso.com') for /users/adele@contoso.com, and by another key than its id:
// /applications(appId='…'). A name that starts with $ has only this one.

/** An apostrophe may stand for itself or be percent-encoded; inside a key it is doubled. */
const KEY_IN_PARENTHESES =
  /^(\/(?:v1\.0|beta)\/(?:users|applications|servicePrincipals|directoryRoles))\(((?:appId|roleTemplateId)=)?(?:'|%27)((?:''|(?:%27){2}|(?!%27)[^'/?])*)(?:'|%27)\)(?=[/?]|$)/i

/** The address with the key as a segment of its own, an alternate one as `appId='…'`; any other address unchanged. */
export function rewriteKeySyntax(url: string): string {
  if (!url.includes('(')) return url
  return url.replace(
    KEY_IN_PARENTHESES,
    (_, set: string, name: string | undefined, key: string) => {
      const value = key.replaceAll("''", "'").replaceAll('%27%27', '%27').replaceAll('$', '%24')
      return name === undefined ? `${set}/${value}` : `${set}/${name}'${value}'`
    },
  )
}

/** What a segment that is read as a key names: an id, or the value of the alternate key. */
export interface EntityKey {
  readonly id: string | undefined
  readonly alternate: string | undefined
}

/** @param name that of the alternate key, `appId` */
export function readKey(segment: string, name: string): EntityKey {
  const start = `${name}='`
  const isAlternate = segment.toLowerCase().startsWith(start.toLowerCase()) && segment.endsWith("'")
  return isAlternate
    ? { id: undefined, alternate: segment.slice(start.length, -1) }
    : { id: segment, alternate: undefined }
}

/** Whether a segment that is read as a key starts with a bare `$`, which belongs to system segments such as `$count`. */
export function isSystemSegment(url: string): boolean {
  return /^\/(?:v1\.0|beta)\/users\/\$/.test(url)
}
