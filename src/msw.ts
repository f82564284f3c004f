// What `import … from 'graph-understudy/msw'` gives: the double as request handlers of Mock Service Worker. It also runs in browsers.
import type { HttpHandler } from 'msw'
import { PRODUCTION_HOSTS } from './hosts.ts'
import type { Answering } from './in-process/answers.ts'
import { answer, followable } from './in-process/answers.ts'
import { loadPeer } from './in-process/peer.ts'

const { bypass, http } = await loadPeer('graph-understudy/msw', 'msw@2', () => import('msw'))

/**
 * Handlers for `https://graph.microsoft.com` and `https://login.microsoftonline.com`, to stand beside one's own: those that come first win.
 * @param double one in this process, or the address of one that listens, `http://localhost:4280`, as a browser needs it
 */
export function handlers(double: Answering | string): HttpHandler[] {
  const reply = typeof double === 'string' ? listening(double) : inProcess(double)
  return PRODUCTION_HOSTS.map(host =>
    http.all(`https://${host}/*`, ({ request }) => reply(request).catch(() => Response.error())),
  )
}

function inProcess(understudy: Answering): (request: Request) => Promise<Response> {
  return async request => followable(request, await answer(understudy, request, request.signal))
}

function listening(address: string): (request: Request) => Promise<Response> {
  return request => {
    const { pathname, search } = new URL(request.url)
    return fetch(bypass(new Request(new URL(pathname + search, address), request)))
  }
}
