// What a device is told while it polls.
import { LOGIN } from '../../support/form-browser.ts'
import { device, passPages } from '../../support/sign-in.ts'
import { DEVICE_GRANT, startDevice } from '../../support/sign-in-flow.ts'
import type { Double, ErrorCases } from './case.ts'
import { ask } from './requests.ts'

const PAGE = `${LOGIN}/common/oauth2/deviceauth`

function poll(double: Double, deviceCode: string) {
  return ask(double, device, { grant_type: DEVICE_GRANT, device_code: deviceCode })
}

/** Polls once somebody has typed the code. @param decide what they do on the page that asks for the account */
async function pollAfter(
  double: Double,
  decide: (
    double: Double,
    page: Awaited<ReturnType<Double['browser']['open']>>,
  ) => Promise<unknown>,
): Promise<string> {
  const { userCode, deviceCode } = await startDevice(double.understudy, device)
  const page = await double.browser.open(PAGE)
  await decide(double, await double.browser.submit(page, { otc: userCode }))
  return deviceCode
}

export const deviceCases = {
  devicePending: [
    {
      number: 70016,
      error: 'authorization_pending',
      sentence: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
      as: 'JSON',
      when: 'nobody has typed the code',
      send: async double => poll(double, (await startDevice(double.understudy, device)).deviceCode),
    },
  ],
  deviceDeclined: [
    {
      number: 700171,
      error: 'authorization_declined',
      sentence: 'OAuth 2.0 device flow error. The end user declined the authorization request.',
      as: 'JSON',
      when: 'the person goes back',
      send: async double =>
        poll(
          double,
          await pollAfter(double, ({ browser }, page) => browser.submit(page, { cancel: '1' })),
        ),
    },
  ],
  deviceCodeExpired: [
    {
      number: 70020,
      error: 'expired_token',
      sentence:
        "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
      as: 'JSON',
      when: 'a quarter of an hour has passed',
      send: async double => {
        const { deviceCode } = await startDevice(double.understudy, device)
        double.clock.advance(900)
        return poll(double, deviceCode)
      },
    },
  ],
  deviceCodeUnknown: [
    {
      number: 70018,
      error: 'bad_verification_code',
      sentence: "The provided value for the input parameter 'device_code' is not valid.",
      as: 'JSON',
      when: 'there is no such code',
      send: double => poll(double, 'garbage'),
    },
  ],
  deviceCodeRedeemed: [
    {
      number: 54005,
      error: 'invalid_grant',
      sentence:
        'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      as: 'JSON',
      when: 'the device has its tokens already',
      send: async double => {
        const deviceCode = await pollAfter(double, async ({ browser }, page) =>
          browser.submit(await passPages(browser, page), { confirm: 'Continue' }),
        )
        await poll(double, deviceCode)
        return poll(double, deviceCode)
      },
    },
  ],
} satisfies Partial<ErrorCases>
