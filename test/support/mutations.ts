// Credentials spoiled in every way that leaves something to look at: for properties over what must be refused.
import fc from 'fast-check'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * The text with something replaced, inserted, taken out, cut off, turned into the other case, doubled or appended: never the text itself.
 * @param characters what may be put in; those of base64url when left out
 */
export function mutationsOf(text: string, characters = CHARACTERS): fc.Arbitrary<string> {
  const position = fc.nat(text.length - 1)
  const character = fc.constantFrom(...characters)
  const spliced = (at: number, removed: number, added: string) =>
    text.slice(0, at) + added + text.slice(at + removed)
  return fc
    .oneof(
      fc.tuple(position, character).map(([at, one]) => spliced(at, 1, one)),
      fc.tuple(position, character).map(([at, one]) => spliced(at, 0, one)),
      fc.tuple(position, fc.integer({ min: 1, max: 40 })).map(([at, n]) => spliced(at, n, '')),
      position.map(at => text.slice(0, at)),
      position.map(at => text.slice(at + 1)),
      position.map(at => spliced(at, 1, otherCase(text.charAt(at)))),
      fc.tuple(position, position).map(([at, n]) => spliced(at, 0, text.slice(at, at + n + 1))),
      fc.tuple(position, position).map(([one, other]) => swapped(text, one, other)),
      fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/).map(more => text + more),
      fc.constantFrom(text.toLowerCase(), text.toUpperCase(), text + text, `${text}.`, `.${text}`),
    )
    .filter(changed => changed !== text)
}

function otherCase(character: string): string {
  const upper = character.toUpperCase()
  return character === upper ? character.toLowerCase() : upper
}

function swapped(text: string, one: number, other: number): string {
  const characters = [...text]
  characters[one] = text.charAt(other)
  characters[other] = text.charAt(one)
  return characters.join('')
}
