// Loaded by `node --import` in a child process: there, the package's own name leads to the sources under test.
import { register } from 'node:module'

const entries = new URL('../../src/', import.meta.url).href
const source = `
export function resolve(specifier, context, next) {
  const [, entry] = /^graph-understudy(?:\\/([a-z]+))?$/.exec(specifier) ?? []
  const isOurs = /^graph-understudy(\\/[a-z]+)?$/.test(specifier)
  return isOurs ? next(new URL((entry ?? 'index') + '.js', '${entries}').href, context) : next(specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(source)}`)
