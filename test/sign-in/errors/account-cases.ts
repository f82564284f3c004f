// Accounts and passwords that are refused, wherever they are shown.
import { DOMAIN, ids, TENANT_ID, upn } from '../../support/contoso.ts'
import { device } from '../../support/sign-in.ts'
import { changeSettings } from '../../support/sign-in-flow.ts'
import { control } from '../../support/understudy.ts'
import type { Double, ErrorCases } from './case.ts'
import { ask, authorize, refreshAfter, submit, typeIn } from './requests.ts'

const notFound = (user: string) => ({
  number: 50034,
  error: 'invalid_grant',
  sentence: `The user account ${user} does not exist in the ${TENANT_ID} directory. To sign into this application, the account must be added to the directory.`,
  suberror: 'bad_token',
})
const disabled = {
  number: 50057,
  error: 'invalid_grant',
  sentence: 'The user account is disabled.',
}
const passwordWrong = {
  number: 50126,
  error: 'invalid_grant',
  sentence: 'Error validating credentials due to invalid username or password.',
}

function byPassword(double: Double, username: string, password: string, authority = DOMAIN) {
  const grant = { grant_type: 'password', scope: 'User.Read', username, password }
  return ask(double, device, grant, { authority })
}

export const accountCases = {
  accountDisabled: [
    {
      ...disabled,
      as: 'JSON',
      when: 'the password is right',
      send: double => byPassword(double, upn('disabled'), 'disabled-Passw0rd!'),
    },
    {
      ...disabled,
      as: 'JSON',
      when: 'the account was disabled after the sign-in',
      send: double =>
        refreshAfter(double, () =>
          control(double.understudy, `PATCH /_understudy/users/${ids.adele}`, {
            body: { accountEnabled: false },
          }),
        ),
    },
    {
      ...disabled,
      as: 'a note',
      when: 'the password is right',
      send: async double =>
        typeIn(double, await authorize(double, device), upn('disabled'), 'disabled-Passw0rd!'),
    },
    {
      ...disabled,
      as: 'a page',
      when: 'signing in is automatic',
      send: async double => {
        await changeSettings(double.understudy, { signIn: 'automatic' })
        return authorize(double, device, { login_hint: upn('disabled') })
      },
    },
  ],
  accountNotFound: [
    {
      ...notFound(upn('nobody')),
      as: 'JSON',
      when: 'the name is nobody’s',
      send: double => byPassword(double, upn('nobody'), 'x'),
    },
    {
      ...notFound(ids.adele),
      as: 'JSON',
      when: 'the account was deleted after the sign-in',
      send: double =>
        refreshAfter(double, () =>
          control(double.understudy, `DELETE /_understudy/users/${ids.adele}`),
        ),
    },
    {
      ...notFound('nobody'),
      as: 'a note',
      when: 'the name is nobody’s',
      send: async double => submit(double, await authorize(double, device), { loginfmt: 'nobody' }),
    },
  ],
  passwordWrong: [
    {
      ...passwordWrong,
      as: 'JSON',
      when: 'the password is another',
      send: double => byPassword(double, upn('adele'), 'guess'),
    },
    {
      ...passwordWrong,
      as: 'a note',
      when: 'the password is another',
      send: async double => typeIn(double, await authorize(double, device), upn('adele'), 'guess'),
    },
  ],
  passwordGrantNotHere: [
    {
      number: 9001023,
      error: 'invalid_request',
      sentence:
        'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
      as: 'JSON',
      when: 'the authority is common',
      send: double => byPassword(double, upn('adele'), 'adele-Passw0rd!', 'common'),
    },
  ],
} satisfies Partial<ErrorCases>
