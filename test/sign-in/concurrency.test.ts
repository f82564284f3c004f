// Codes that are redeemed or decided about several times at once: what may happen once happens once.

import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { Browser, LOGIN } from '../support/form-browser.ts'
import { askToken, device, passPages, redeemCode, tokensOf } from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  DEVICE_GRANT,
  quickCode,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import type { Reply } from '../support/understudy.ts'
import { understudyAtNoon } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const outcome = (reply: Reply) => (reply.status === 200 ? '200' : refusal(reply))
const ONCE = ['200', '400 invalid_grant 54005']

t.test('Two redemptions of one code', async t => {
  t.test('started together succeed once, a hundred times out of a hundred', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const _ of numbers(100)) {
      const code = await quickCode(understudy, device)
      const replies = await Promise.all([1, 2].map(() => redeemCode(understudy, device, code)))
      t.same(replies.map(outcome).sort(), ONCE)
    }
  })

  t.test('started together over a port succeed once, a hundred times out of a hundred', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const url = await understudy.listen({ port: 0, https: false })
    for (const _ of numbers(100)) {
      const code = await quickCode(understudy, device)
      const body = new URLSearchParams({
        ...device.fields,
        grant_type: 'authorization_code',
        redirect_uri: device.redirectUri,
        code,
      })
      const send = async () =>
        readReply(await fetch(`${url}/${DOMAIN}/oauth2/v2.0/token`, { method: 'POST', body }))
      t.same((await Promise.all([send(), send()])).map(outcome).sort(), ONCE)
    }
  })

  t.test('and many more succeed once, and leave other codes alone', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const codes = await Promise.all(numbers(40).map(() => quickCode(understudy, device)))
    t.equal(new Set(codes).size, 40)
    const replies = await Promise.all(
      [...codes, ...codes, ...codes].map(code => redeemCode(understudy, device, code)),
    )
    for (const index of numbers(40)) {
      const own = [0, 40, 80].map(offset => replies[index + offset]).flatMap(one => one ?? [])
      t.same(own.map(outcome).sort(), ['200', ...numbers(2).map(() => ONCE[1])])
    }
    const tokens = replies.filter(({ status }) => status === 200).map(tokensOf)
    t.equal(new Set(tokens.map(one => one.access_token)).size, 40)
    t.equal(new Set(tokens.map(one => one.refresh_token)).size, 40)
  })
})

t.test('A device code', async t => {
  const waiting = async (t: Test) => {
    const { understudy } = await understudyAtNoon(t)
    const { userCode, deviceCode } = await startDevice(understudy, device)
    const browser = new Browser(understudy)
    const picking = await browser.post(`${LOGIN}/common/oauth2/deviceauth`, { otc: userCode })
    const confirm = await passPages(browser, picking)
    const poll = () =>
      askToken(understudy, device, { grant_type: DEVICE_GRANT, device_code: deviceCode })
    return { browser, confirm, poll }
  }

  t.test('that is redeemed several times at once gives tokens once', async t => {
    for (const _ of numbers(10)) {
      const { browser, confirm, poll } = await waiting(t)
      await browser.submit(confirm, { confirm: 'Continue' })
      const replies = await Promise.all(numbers(4).map(poll))
      t.same(replies.map(outcome).sort(), ['200', ...numbers(3).map(() => ONCE[1])])
    }
  })

  t.test('that is approved and declined at once is one of both', async t => {
    const orders = fc.shuffledSubarray(['Continue', 'Cancel', 'Continue', 'Cancel'], {
      minLength: 2,
    })
    await fc.assert(
      fc.asyncProperty(orders, async order => {
        const { browser, confirm, poll } = await waiting(t)
        const decide = (answer: string) => browser.copy().submit(confirm, { confirm: answer })
        const pages = await Promise.all(order.map(decide))
        const accepted = order.filter((_, index) => pages[index]?.status === 200)
        const wanted = accepted[0] === 'Continue' ? /^200$/ : / 700171$/
        return accepted.length === 1 && wanted.test(outcome(await poll()))
      }),
      { numRuns: 20 },
    )
  })
})
