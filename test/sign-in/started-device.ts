// A device that has begun to sign in, and the person who types its code at a browser.
import type { Test } from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import type { Person, TestClient } from '../support/sign-in.ts'
import { askToken, device, passPages, postForm, USUAL_SCOPE } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code'
/** Where a person types the code. */
export const PAGE = `${LOGIN}/common/oauth2/deviceauth`

/** A device that shows a code. */
export async function started(
  t: Test,
  fields: Record<string, string> = {},
  client: TestClient = device,
) {
  const { understudy, clock } = await understudyAtNoon(t)
  const start = (more = {}) =>
    postForm(understudy, `${LOGIN}/${DOMAIN}/oauth2/v2.0/devicecode`, {
      client_id: client.appId,
      scope: USUAL_SCOPE,
      ...fields,
      ...more,
    })
  const reply = await start()
  const { user_code: userCode = '', device_code: deviceCode = '' } = Object(reply.json)
  const poll = (by: TestClient = client, more = {}, request = {}) =>
    askToken(understudy, by, { grant_type: GRANT, device_code: deviceCode, ...more }, request)
  const browser = new Browser(understudy)
  const typeCode = async (visited = browser, otc: string = userCode) =>
    visited.submit(await visited.open(PAGE), { otc })
  const approve = async (person?: Person) =>
    browser.submit(await passPages(browser, await typeCode(), person), { confirm: 'Continue' })
  return { understudy, clock, start, reply, userCode, deviceCode, poll, browser, typeCode, approve }
}
