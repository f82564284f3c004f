// Values that would be markup, addresses or header lines where they are not kept values, and how an answer shows that they are.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Page } from './form-browser.ts'
import { titleOf } from './form-browser.ts'
import { parseMarkup, shapeOf } from './markup.ts'

/** In every hostile value, so that it can be found again wherever it comes out. */
export const MARK = 'zq7'

export const hostile = fc.oneof(
  fc.constantFrom(
    `<script>${MARK}</script>`,
    `"><img src=x onerror=${MARK}>`,
    `'><svg/onload=${MARK}>`,
    `" autofocus onfocus="${MARK}`,
    `</title></style></textarea></script><b>${MARK}`,
    `<!--${MARK}`,
    `javascript:${MARK}`,
    `data:text/html,<script>${MARK}</script>`,
    `${MARK}\r\nset-cookie: a=b\r\n\r\n<html>`,
    `${MARK}\nlocation: http://evil.example`,
    `${MARK}\u2028\u0085\u000b set-cookie: a=b`,
    `%0d%0aset-cookie:%20${MARK}`,
    // Carriage return and line feed to whoever keeps the lower byte alone.
    `${MARK}嘍嘊set-cookie: a=b`,
    `&quot;&#60;b&#62;${MARK}&lt`,
    `${MARK}\u0000\u001f\u007f\u202e`,
    `0;url=javascript:${MARK}`,
    `${MARK}; path=/; domain=evil.example`,
    `\${${MARK}}{{${MARK}}}<%= ${MARK} %>`,
  ),
  fc.string({ unit: 'binary' }).map(text => MARK + text),
  fc.stringMatching(/^[<>"'&=/; a-c\r\n%]{1,12}$/).map(text => MARK + text),
)

/** Whether no value has become a header, a part of one, or a cookie, and the way on is one that a browser can be sent. */
export function hasSoundHeaders({ headers, location, setCookies }: Page): boolean {
  const names = [...headers.keys()]
  const values = [...names.map(name => headers.get(name) ?? ''), ...setCookies]
  return (
    values.every(value => /^[\x20-\x7e]*$/.test(value)) &&
    names.every(name => !['refresh', 'link', 'content-location'].includes(name)) &&
    setCookies.every(cookie => /^ESTSAUTH(PERSISTENT)?=(1\.[\w-]+)?; path=\/;/.test(cookie)) &&
    (location === undefined || /^(https?:\/\/[^/?#@\\]+)[/?#]/.test(location))
  )
}

/** What no value may change: the status, tags, names of attributes, and where the page leads. */
export function skeletonOf({ status, html }: Page): unknown {
  const markup = parseMarkup(html)
  const leads = markup.tags.flatMap(({ attributes }) =>
    ['href', 'src', 'action', 'content'].map(name => attributes[name]?.split('?', 1)[0]),
  )
  return { status, shape: shapeOf(markup), leads, sources: markup.sources }
}

/**
 * Whether an answer to something hostile is sound, and of the same build as the answer to something tame where it is the same page.
 * @throws Error where the page is not plain markup
 */
export function isUnmoved(answer: Page, tame: Page): boolean {
  if (answer.status >= 500 || !hasSoundHeaders(answer)) return false
  if (!isHtml(answer)) return true
  parseMarkup(answer.html)
  const isSamePage =
    isHtml(tame) && answer.status === tame.status && titleOf(answer) === titleOf(tame)
  return !isSamePage || isDeepStrictEqual(skeletonOf(answer), skeletonOf(tame))
}

export function isHtml({ headers }: Page): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true
}
