// Undici's two kinds of handlers for an answer, the one of up to version 7 and the one that came with it, behind one face.

/** The older kind: headers as names and values by turns. */
interface CallbackHandler {
  onConnect?(abort: (reason?: unknown) => void, context: null): void
  onHeaders?(
    status: number,
    headers: Buffer[],
    resume: () => void,
    statusText: string,
  ): boolean | undefined
  onData?(chunk: Buffer): boolean | undefined
  onComplete?(trailers: Buffer[]): void
  onError?(error: unknown): void
}

/** The newer kind. */
interface ControllerHandler {
  onRequestStart(controller: Controller, context: null): void
  onResponseStart?(
    controller: Controller,
    status: number,
    headers: Record<string, string | string[]>,
    statusText: string,
  ): void
  onResponseData?(controller: Controller, chunk: Buffer): void
  onResponseEnd?(controller: Controller, trailers: Record<string, string>): void
  onResponseError?(controller: Controller, error: unknown): void
}

export type DispatchHandler = CallbackHandler | ControllerHandler

/** What undici's client is told of an answer, part by part. */
export interface Receiver {
  /** Aborted when the client gives up. */
  readonly signal: AbortSignal
  /** Fulfilled once the client wants more, like `take`. */
  begin(response: Response): Promise<void>
  take(chunk: Uint8Array): Promise<void>
  end(): void
  fail(error: unknown): void
}

/** Connects at once. */
export function receiverOf(handler: DispatchHandler): Receiver {
  const flow = new Flow()
  return 'onRequestStart' in handler
    ? controllerReceiver(handler, flow)
    : callbackReceiver(handler, flow)
}

/** Whether the client wants more, and whether it wants anything at all. */
class Flow {
  readonly #aborter = new AbortController()
  readonly signal: AbortSignal = this.#aborter.signal
  paused = false
  #resumed = () => {}
  rawHeaders: Buffer[] = []

  get aborted(): boolean {
    return this.signal.aborted
  }

  get reason(): unknown {
    return this.signal.reason
  }

  readonly abort = (reason?: unknown): void => {
    this.#aborter.abort(reason)
    this.resume()
  }

  readonly pause = (): void => {
    this.paused = true
  }

  readonly resume = (): void => {
    this.paused = false
    this.#resumed()
  }

  async flowing(): Promise<void> {
    if (this.paused && !this.aborted)
      await new Promise<void>(resolve => {
        this.#resumed = resolve
      })
    this.signal.throwIfAborted()
  }
}

type Controller = Flow

function callbackReceiver(handler: CallbackHandler, flow: Flow): Receiver {
  const next = async (goesOn: boolean | undefined) => {
    if (goesOn === false) flow.pause()
    await flow.flowing()
  }
  handler.onConnect?.(flow.abort, null)
  return {
    signal: flow.signal,
    begin: ({ status, headers, statusText }) =>
      next(handler.onHeaders?.(status, rawHeaders(headers), flow.resume, statusText)),
    take: chunk => next(handler.onData?.(Buffer.from(chunk))),
    end: () => handler.onComplete?.([]),
    fail: error => handler.onError?.(error),
  }
}

function controllerReceiver(handler: ControllerHandler, flow: Flow): Receiver {
  handler.onRequestStart(flow, null)
  return {
    signal: flow.signal,
    begin({ status, headers, statusText }) {
      flow.rawHeaders = rawHeaders(headers)
      handler.onResponseStart?.(flow, status, grouped(headers), statusText)
      return flow.flowing()
    },
    take(chunk) {
      handler.onResponseData?.(flow, Buffer.from(chunk))
      return flow.flowing()
    },
    end: () => handler.onResponseEnd?.(flow, {}),
    fail: error => handler.onResponseError?.(flow, error),
  }
}

function rawHeaders(headers: Headers): Buffer[] {
  return [...headers].flat().map(text => Buffer.from(text, 'latin1'))
}

function grouped(headers: Headers): Record<string, string | string[]> {
  const cookies = headers.getSetCookie()
  return {
    ...Object.fromEntries(headers),
    ...(cookies.length > 1 && { 'set-cookie': cookies }),
  }
}
