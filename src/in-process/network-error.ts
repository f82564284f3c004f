// A request that gets no answer, as each kind of client is told of it.

/** What `fetch` rejects with: always a TypeError. */
export function fetchError(reason: unknown): TypeError {
  return reason instanceof TypeError ? reason : new TypeError('fetch failed', { cause: reason })
}

/** What a request of `node:http` emits: the error of the connection, with its code (`ECONNRESET`), behind what `fetch` rejects with. */
export function connectionError(reason: unknown): Error {
  const code = errorCode(reason)
  const cause = causeOf(reason)
  if (code === undefined) return reason instanceof Error ? reason : new Error(String(reason))
  if (cause instanceof Error) return cause
  return Object.assign(new Error(`read ${code}`), { code, syscall: 'read' })
}

/** The code of the failed connection, `ECONNRESET`; undefined where it has none. */
export function errorCode(reason: unknown): string | undefined {
  const cause = causeOf(reason)
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}

function causeOf(reason: unknown): unknown {
  return reason instanceof Error && reason.cause !== undefined ? reason.cause : reason
}
