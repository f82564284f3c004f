// Errors of the double's own.
import { DOMAIN } from '../../support/contoso.ts'
import { LOGIN } from '../../support/form-browser.ts'
import { device } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { CORRELATION_ID } from './case.ts'
import { ask } from './requests.ts'

const TOO_LONG = 'x'.repeat(1_048_576)
const tooLarge = { status: 413, error: 'invalid_request', sentence: 'Request body is too large' }

/** A body that is too large is not read, and neither is what the client has written into it. */
export const ownCases = {
  own: [
    {
      ...tooLarge,
      as: 'JSON',
      when: 'the body is too large',
      send: double => ask(double, device, { grant_type: TOO_LONG }),
    },
    {
      ...tooLarge,
      as: 'a page',
      when: 'the body is too large',
      send: ({ browser }) =>
        browser.post(
          `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`,
          { state: TOO_LONG },
          { 'client-request-id': CORRELATION_ID },
        ),
    },
    {
      status: 404,
      error: 'invalid_request',
      sentence: `POST /${DOMAIN}/oauth2/v2.0/token/v1 is no operation of the sign-in surface. It has the endpoints of version 2.0, such as /{tenant}/oauth2/v2.0/token; /_understudy/docs lists them.`,
      as: 'JSON',
      when: 'there is no such endpoint',
      send: double => ask(double, device, {}, { authority: `${DOMAIN}/oauth2/v2.0/token/v1?` }),
    },
  ],
} satisfies Partial<ErrorCases>
