// signIn.deviceAuth.*: the pages on which a person types the code that a device shows, and says whose it is.
import t from 'tap'
import { upn } from '../support/contoso.ts'
import { formOf, notesOf, numberOn, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  authorizeUrl,
  browserOf,
  passPages,
  passPassword,
  refusalOf,
  web,
} from '../support/sign-in.ts'
import { PAGE, started } from './started-device.ts'

const expired = [400, 'expired_token', 70020]

t.test('the page for the code', async t => {
  t.test('asks for it, and takes it however it is typed', async t => {
    const { browser, typeCode, userCode } = await started(t)
    const page = await browser.open(PAGE)
    t.equal(page.status, 200)
    t.equal(titleOf(page), 'Enter code')
    t.equal(formOf(page).action, '/common/oauth2/deviceauth')
    for (const typed of [userCode, userCode.toLowerCase(), ` ${userCode} `])
      t.equal(titleOf(await typeCode(browser, typed)), 'Pick an account')
  })

  t.test('may have the code filled in by its address', async t => {
    const { browser, userCode } = await started(t)
    const page = await browser.open(`${PAGE}?otc=${userCode}`)
    t.match(page.html, `name="otc" value="${userCode}"`)
  })

  t.test('asks again for a code that leads nowhere', async t => {
    const { approve, typeCode, browser, userCode } = await started(t)
    const isRefused = async (typed: string) => {
      const page = await typeCode(browser, typed)
      t.equal(page.status, 200)
      t.equal(titleOf(page), 'Enter code')
      t.equal(numberOn(page), 'AADSTS70018')
      t.match(wordsOf(page), 'That code did not work. Check the code and try again.')
      t.match(page.html, `name="otc" value="${typed}"`)
    }
    for (const typed of ['', 'ABCDEFGHJ', userCode.slice(1)]) await isRefused(typed)
    await approve()
    await isRefused(userCode)
    const late = await started(t)
    late.clock.advance(900)
    t.equal(titleOf(await late.typeCode()), 'Enter code')
  })

  t.test('leads through the accounts and the password to the question who began', async t => {
    const { browser, typeCode } = await started(t)
    const accounts = await typeCode()
    t.match(wordsOf(accounts), ' to continue to Device client ')
    t.notOk('pat@outlook.com' in notesOf(accounts))
    const question = await passPages(browser, accounts)
    t.equal(titleOf(question), 'Are you trying to sign in to Device client?')
    t.match(wordsOf(question), upn('adele'))
    const last = await browser.submit(question, { confirm: 'Continue' })
    t.equal(last.status, 200)
    t.equal(titleOf(last), 'Device client')
    t.match(
      wordsOf(last),
      'You have signed in to Device client on your device. You may now close this window.',
    )
  })

  t.test('signs the person in at the browser as well', async t => {
    const { browser, approve } = await started(t)
    await approve({ user: 'alex', stay: true })
    t.same([...browser.cookies.keys()], ['ESTSAUTHPERSISTENT'])
    const { location } = await browser.open(authorizeUrl(web, { prompt: 'none' }))
    t.match(location, /[?]code=1\./)
  })

  t.test('shows who is signed in already', async t => {
    const { understudy, typeCode } = await started(t)
    const browser = await browserOf(understudy, { user: 'lynne' })
    const page = await typeCode(browser)
    t.equal(titleOf(page), 'Pick an account')
    t.same(Object.entries(notesOf(page))[0], [upn('lynne'), ['Signed in']])
  })

  t.test('cannot be answered twice, nor after its time', async t => {
    const { browser, typeCode } = await started(t)
    const question = await passPages(browser, await typeCode())
    await browser.submit(question, { confirm: 'Continue' })
    for (const confirm of ['Continue', 'Cancel']) {
      const page = await browser.submit(question, { confirm })
      t.equal(page.status, 400)
      t.equal(numberOn(page), 'AADSTS9002313')
    }
    const late = await started(t)
    const asked = await passPassword(late.browser, await late.typeCode())
    late.clock.advance(900)
    t.equal(numberOn(await late.browser.submit(asked, { stay: 'No' })), 'AADSTS9002313')
    t.same(refusalOf(await late.poll()), expired)
  })
})
