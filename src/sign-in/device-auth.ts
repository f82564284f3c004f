// signIn.deviceAuth.*: the page on which a person types the code that a device shows.
import type { Handler } from '../contract/operations.ts'
import type { SignInContext } from './context.ts'
import { findDeviceSignIn } from './device-approval.ts'
import type { PageOutput } from './page-output.ts'
import { pageOutput } from './page-output.ts'
import type { FieldError } from './pages/view.ts'
import { refuseOtherSites } from './same-site.ts'
import { showAccounts } from './sign-in-pages.ts'

export const get: Handler<'signIn.deviceAuth.get', SignInContext> = ({ query }) =>
  pageOnly(showCode(query.otc ?? ''))

export const submit: Handler<'signIn.deviceAuth.submit', SignInContext> = ({ body }, context) => {
  refuseOtherSites(context)
  const typed = body.otc ?? ''
  const target = findDeviceSignIn(context, typed.trim().toUpperCase())
  return pageOnly(
    target === undefined
      ? showCode(typed, {
          code: 'AADSTS70018',
          message: 'That code did not work. Check the code and try again.',
        })
      : showAccounts(context, target),
  )
}

function showCode(code: string, error?: FieldError): PageOutput {
  return pageOutput({ kind: 'deviceCode', action: '/common/oauth2/deviceauth', code, error })
}

/** These operations never redirect. */
function pageOnly(output: PageOutput): Extract<PageOutput, { status: 200 }> {
  if (output.status !== 200) throw new Error('A page was expected, not a redirect.')
  return output
}
