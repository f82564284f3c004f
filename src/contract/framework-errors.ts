// What the HTTP framework throws, in words that repeat nothing of the request.

export interface FrameworkError {
  readonly status: number
  /** Fastify's code, `FST_ERR_…`; empty for any other error. */
  readonly code: string
  readonly message: string
}

const sentences: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The path of the request is not valid percent-encoding.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
}

/** An error without a status of its own is a defect: 500. */
export function readFrameworkError(error: unknown): FrameworkError {
  if (!(error instanceof Error)) return { status: 500, code: '', message: String(error) }
  const {
    statusCode = 500,
    code = '',
    message,
  }: Error & { statusCode?: number; code?: string } = error
  return { status: statusCode, code, message: sentences[code] ?? message }
}
