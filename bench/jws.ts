// Signing and verifying tokens with Node's own primitives, against jose doing the same.
import type { JwsFigures } from './children/jws.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import { childProgram } from './support/places.ts'
import { repeat, series } from './support/series.ts'

const ROUNDS = 5

export const jws: Group = async ({ report }) => {
  report('signing and verifying')
  const child = new Child(childProgram('jws'))
  await child.ask<JwsFigures>()
  const rounds = await repeat(ROUNDS, () => child.ask<JwsFigures>())
  await child.stop()
  const rates = (name: keyof JwsFigures) =>
    series(
      '/s',
      rounds.map(figures => figures[name]),
    )
  return [
    {
      what: 'sign an access token, against jose',
      ours: rates('ownSign'),
      peer: rates('joseSign'),
    },
    {
      what: 'verify an access token, against jose',
      ours: rates('ownVerify'),
      peer: rates('joseVerify'),
    },
  ]
}
