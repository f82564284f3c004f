// What nobody would send in a parameter.
type Fields = Readonly<Record<string, string>>

export const oddValues: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nX-Injected: 1\r\n\r\n<script>alert(1)</script>',
  '"\'><img src=x onerror=alert(1)>',
  '\u2028\u202e\ud83d\ude00',
  '%00%0d%0a%zz',
  '__proto__',
  '[object Object]',
  '{"access_token":{"__proto__":{"values":[{}]}}}',
  `1.${'A'.repeat(40)}`,
  'x'.repeat(100_000),
  ' User.Read'.repeat(5_000),
]

/** The same, none too long to be one of several in an address. */
export const oddAddressValues: readonly string[] = oddValues.map(value => value.slice(0, 8_000))

/** Sends every parameter in turn, with every value in turn, and gives what is wrong with the answers. */
export async function tryAll<Answer>(
  fields: Fields,
  send: (fields: Fields) => Promise<Answer>,
  faultOf: (answer: Answer) => string | undefined,
  values = oddValues,
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const name of Object.keys(fields)) {
    for (const [index, value] of values.entries()) {
      const fault = faultOf(await send({ ...fields, [name]: value }))
      if (fault !== undefined) faults.push(`${name} with value ${index}: ${fault}`)
    }
  }
  return faults
}
