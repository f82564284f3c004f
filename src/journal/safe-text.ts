// What of a request may be kept: texts without what could be a token, a code or a secret.

const LONGEST_PATH = 200
/** What is longer may be a token that ended up in the wrong place. */
const LONGEST_PART = 100
const LONGEST_ID = 64
const LONGEST_SENTENCE = 500
const LEFT_OUT = '…'

/**
 * The path of a request's target, without its query.
 * @param options whether the parameters whose names begin with `$` are kept
 */
export function safePath(url: string, options: 'withOptions' | 'withoutQuery'): string {
  const end = url.indexOf('?')
  if (end === -1 && url.length <= LONGEST_PART) return url
  const path = withoutLongParts(end === -1 ? url : url.slice(0, end), '/')
  const query = end === -1 || options === 'withoutQuery' ? '' : optionsOf(url.slice(end + 1))
  return cut(query === '' ? path : `${path}?${query}`, LONGEST_PATH)
}

function optionsOf(query: string): string {
  const options = query.split('&').filter(part => /^(?:\$|%24)/.test(part))
  return options.map(option => withoutLongParts(option, '=')).join('&')
}

function withoutLongParts(text: string, separator: string): string {
  return text
    .split(separator)
    .map(part => (part.length > LONGEST_PART ? LEFT_OUT : part))
    .join(separator)
}

/** An id that the caller made up, where it can be nothing else. */
export function safeId(id: unknown): string | undefined {
  return typeof id === 'string' && id.length <= LONGEST_ID && /^[\w.:-]+$/.test(id) ? id : undefined
}

/** A sentence that may repeat what was sent. */
export function safeSentence(sentence: string): string {
  return cut(sentence.replace(/[^\s'"]{101,}/g, LEFT_OUT), LONGEST_SENTENCE)
}

function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest - 1) + LEFT_OUT : text
}
