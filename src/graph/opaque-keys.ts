// The ids that the directory makes of other ids: their bytes, one after the other, in base64url.

/** @param guids in lower case, with hyphens */
export function keyOf(...guids: readonly string[]): string {
  return Buffer.concat(guids.map(bytesOf)).toString('base64url')
}

/** As Windows keeps a GUID: the first three groups with their least byte first. */
function bytesOf(guid: string): Buffer {
  const [first = '', second = '', third = '', ...others] = guid.split('-')
  const reversed = [first, second, third].map(group => Buffer.from(group, 'hex').reverse())
  return Buffer.concat([...reversed, Buffer.from(others.join(''), 'hex')])
}
