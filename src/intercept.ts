// What `import … from 'graph-understudy/intercept'` gives: the double behind the production addresses, for all clients in this process.
import { syncBuiltinESMExports } from 'node:module'
import type { Answering, InterceptOptions } from './in-process/answers.ts'
import { destinations } from './in-process/answers.ts'
import { interceptDispatchers } from './in-process/dispatcher.ts'
import { loadPeer } from './in-process/peer.ts'

export type { InterceptOptions } from './in-process/answers.ts'

const { interceptClients } = await loadPeer(
  'graph-understudy/intercept',
  '@mswjs/interceptors@0.41',
  () => import('./in-process/clients.ts'),
)

/** Ends the interception; once is enough. */
export interface Stop extends Disposable {
  (): void
}

/** Whether something intercepts already, however often this module has been loaded. */
const ACTIVE = Symbol.for('graph-understudy.intercept')

/**
 * Has the double answer `https://graph.microsoft.com` and `https://login.microsoftonline.com` for everything in this process that uses
 * `fetch`, `node:http`, `node:https`, `XMLHttpRequest` or undici. Requests to other hosts go their own way.
 * @throws Error while another interception is active
 */
export function intercept(understudy: Answering, options: InterceptOptions = {}): Stop {
  if (Reflect.has(globalThis, ACTIVE)) {
    throw new Error(
      'This process is intercepted already. Call the stop() of that interception first; worlds side by side are tenants of one double.',
    )
  }
  Reflect.set(globalThis, ACTIVE, true)
  const destinationOf = destinations(options)
  const undo = [
    interceptClients(understudy, destinationOf),
    interceptDispatchers(understudy, destinationOf),
  ]
  // Or those who import { request } by name keep the original.
  syncBuiltinESMExports()
  const stop = () => {
    for (const step of undo.splice(0).reverse()) step()
    syncBuiltinESMExports()
    Reflect.deleteProperty(globalThis, ACTIVE)
  }
  return Object.assign(() => undo.length > 0 && stop(), { [Symbol.dispose]: stop })
}
