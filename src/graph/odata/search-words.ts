// The words of a text that $search finds it by.
import { foldCase } from './filter-value.ts'

const part = /[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}]/gu
const caseChange = /(?<=\p{Ll})(?=\p{Lu})/u
const symbols = /[^\p{L}\p{M}\p{N}\s]/u

/**
 * The words, with their case folded: what spaces, changes from small letters to capitals, numbers and symbols separate, and each symbol
 * as well.
 * @see https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
 */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).flatMap(wordsOfChunk)
}

function wordsOfChunk(chunk: string): string[] {
  return (chunk.match(part) ?? []).flatMap(one => one.split(caseChange)).map(foldCase)
}

/** The words, and those that only symbols separate as one: `hello-world` is found by `helloworld` too. */
function wordsToFind(text: string): string[] {
  return text.split(/\s+/).flatMap(chunk => {
    const words = wordsOfChunk(chunk)
    if (!symbols.test(chunk)) return words
    return [...words, words.filter(word => !symbols.test(word)).join('')]
  })
}

/** Whether each of the words begins one of the text's, in any order. */
export function isFoundBy(words: readonly string[]): (text: string) => boolean {
  return text => {
    const folded = foldCase(text)
    // Most texts are none of those looked for, and taking one apart costs twenty times as much.
    if (!words.every(word => folded.includes(word)) && !symbols.test(text)) return false
    const found = wordsToFind(text)
    return words.every(word => found.some(one => one.startsWith(word)))
  }
}
