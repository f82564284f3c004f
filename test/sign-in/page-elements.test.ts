// What each page is found by: ids, names and words that a person and a browser test go by.
import t from 'tap'
import type { PageView } from '../../src/sign-in/pages/view.ts'
import type { Markup, Tag } from '../support/markup.ts'
import { tagById, textOf } from '../support/markup.ts'
import { adele, examples, guest, pageOf } from './page-views.ts'

const error = { code: 'AADSTS50126', message: 'Wrong.' }
const { account, password, deviceCode, signedOut, formPost } = examples

t.test('The account page', async t => {
  t.test('has a button for each account, apart from the field', async t => {
    const page = pageOf(account)
    const tiles = page.tags.filter(({ attributes }) => attributes.name === 'login')
    t.same(
      tiles.map(({ attributes }) => [attributes.value, attributes['data-test-id']]),
      [adele, guest].map(({ userPrincipalName: name }) => [name, name]),
    )
    t.match(textOf(page), /Pick an account to continue to Contoso Expenses .* Megan Bowen Guest/)
    t.same(submitsOf(page), [['button', 'button'], ['input#idSIButton9'], ['button#idBtn_Back']])
  })

  t.test('takes a name, by the ids that automation knows', async t => {
    const page = pageOf({ ...account, login: 'adele' })
    t.match(tagById(page, 'i0116').attributes, { name: 'loginfmt', type: 'text', value: 'adele' })
    t.match(tagById(page, 'otherTile'), { name: 'label', attributes: { for: 'i0116' } })
    t.match(tagById(page, 'idSIButton9').attributes, { type: 'submit', value: 'Next' })
    t.match(tagById(page, 'idBtn_Back').attributes, { name: 'cancel', value: '1' })
  })

  t.test('asks for the name when there is no account to pick', async t => {
    const page = pageOf({ ...account, accounts: [], application: '' })
    t.match(textOf(page), /graph-understudy Sign in User name/)
    t.equal(tagById(page, 'i0116').attributes.autofocus, '')
  })

  t.test('begins at the field only when that is to be filled', async t => {
    const autofocus = (view: PageView) => tagById(pageOf(view), 'i0116').attributes.autofocus
    t.equal(autofocus(account), undefined)
    t.equal(autofocus({ ...account, login: 'adele' }), '')
    t.equal(autofocus({ ...account, error }), '')
  })

  t.test('says how many accounts it does not show', async t => {
    t.match(textOf(pageOf({ ...account, more: 12 })), 'and 12 more: type the name')
    t.notMatch(textOf(pageOf(account)), 'more')
  })
})

t.test('An error of a field', async t => {
  const cases = [
    { view: { ...account, error }, field: 'i0116', id: 'usernameError' },
    { view: { ...password, error }, field: 'i0118', id: 'passwordError' },
    { view: { ...deviceCode, error }, field: 'otc', id: 'otcError' },
  ]
  for (const { view, field, id } of cases) {
    t.test(`stands beside the field: ${id}`, async t => {
      const page = pageOf(view)
      const described = { 'aria-describedby': id, 'aria-invalid': 'true' }
      t.match(tagById(page, field).attributes, described)
      t.match(tagById(page, id).attributes, { role: 'alert' })
      t.match(textOf(page), 'Wrong. AADSTS50126')
      const without = pageOf({ ...view, error: undefined })
      t.notHas(tagById(without, field).attributes, described)
      t.throws(() => tagById(without, id))
    })
  }
})

t.test('The password page', async t => {
  t.test('takes the password, or passes for a passkey', async t => {
    const page = pageOf(password)
    t.match(tagById(page, 'i0118').attributes, { type: 'password', name: 'passwd', autofocus: '' })
    t.match(tagById(page, 'idSIButton9').attributes, { type: 'submit', value: 'Sign in' })
    t.match(tagById(page, 'idA_PWD_SwitchToFido').attributes, { name: 'method', value: 'passkey' })
    t.match(tagById(page, 'idBtn_Back').attributes, { name: 'back', value: '1' })
    t.match(byName(page, 'login').attributes, { type: 'hidden', value: adele.userPrincipalName })
    t.match(textOf(page), /Adele Vance Signed in .*Revoked since your last sign-in at 2026/)
  })

  t.test('signs in when Enter is pressed', async t => {
    const [submits] = submitsOf(pageOf(password))
    t.same(submits, ['input#idSIButton9', 'button#idBtn_Back', 'button#idA_PWD_SwitchToFido'])
  })
})

t.test('A question', async t => {
  const cases = [
    { view: examples.staySignedIn, name: 'stay', yes: 'Yes', no: 'No' },
    { view: examples.consent, name: 'consent', yes: 'Accept', no: 'Cancel' },
    { view: examples.deviceConfirm, name: 'confirm', yes: 'Continue', no: 'Cancel' },
  ]
  for (const { view, name, yes, no } of cases) {
    t.test(`has an answer each way: ${view.kind}`, async t => {
      const page = pageOf(view)
      t.match(tagById(page, 'idSIButton9').attributes, { name, value: yes, type: 'submit' })
      t.match(tagById(page, 'idBtn_Back').attributes, { name, value: no, type: 'submit' })
      t.match(textOf(page), adele.userPrincipalName)
    })
  }

  t.test('says what it is about', async t => {
    t.match(tagById(pageOf(examples.staySignedIn), 'KmsiCheckboxField').attributes, {
      type: 'checkbox',
      name: 'DontShowAgain',
    })
    t.match(
      textOf(pageOf(examples.consent)),
      /Permissions requested .*Contoso Expenses would like to: Sign you in and read your profile User\.Read Expenses\.Write/,
    )
    t.match(
      textOf(pageOf(examples.deviceConfirm)),
      'Are you trying to sign in to Contoso Expenses?',
    )
  })
})

t.test('The device code page holds the code that came along', async t => {
  const page = pageOf(deviceCode)
  t.match(tagById(page, 'otc').attributes, { name: 'otc', value: 'GH7KQ2PXW', autofocus: '' })
  t.match(page.tags.find(({ name }) => name === 'form')?.attributes, { action: deviceCode.action })
})

t.test('The signed-out page', async t => {
  t.test('loads the sign-out addresses of clients, then goes on', async t => {
    const page = pageOf(signedOut)
    t.same(framesOf(page), signedOut.frontChannelUrls)
    t.equal(refreshOf(page), `1;url=${signedOut.continueTo}`)
    const link = page.tags.find(({ name }) => name === 'a')
    t.equal(link?.attributes.href, signedOut.continueTo)
  })

  t.test('goes on at once when there is nobody to tell', async t => {
    const page = pageOf({ ...signedOut, frontChannelUrls: [] })
    t.equal(refreshOf(page), `0;url=${signedOut.continueTo}`)
  })

  t.test('is the end when there is nowhere to go', async t => {
    const page = pageOf({ ...signedOut, continueTo: undefined })
    t.equal(refreshOf(page), undefined)
    t.match(textOf(page), 'You can close this window.')
  })

  t.test('opens nothing that would run as a script', async t => {
    const script = 'javascript:alert(1)'
    const page = pageOf({ ...signedOut, frontChannelUrls: [script, '/out'], continueTo: script })
    t.same(framesOf(page), [])
    t.equal(refreshOf(page), `0;url=unsafe:${script}`)
  })
})

t.test('The error page shows the error, its ids, and whose advice it is', async t => {
  const text = textOf(pageOf(examples.error))
  t.match(text, 'Sorry, but we’re having trouble signing you in.')
  t.match(text, 'AADSTS50011: The redirect URI does not match.')
  t.match(text, 'From graph-understudy Add it to the fixture.')
  t.match(text, `Request Id${examples.error.traceId}`)
  t.match(text, `Correlation Id${examples.error.correlationId}`)
  t.match(text, 'Timestamp2026-11-22 14:16:40Z')
  t.notMatch(textOf(pageOf({ ...examples.error, advice: undefined })), 'From graph-understudy')
})

t.test('The form that submits itself carries the answer to the client, field by field', async t => {
  const page = pageOf(formPost)
  t.match(page.tags.find(({ name }) => name === 'form')?.attributes, {
    method: 'post',
    action: formPost.action,
  })
  t.same(
    page.tags
      .filter(({ attributes }) => attributes.type === 'hidden')
      .map(({ attributes }) => [attributes.name, attributes.value]),
    formPost.fields,
  )
  const names = page.tags.map(({ name }) => name)
  t.ok(names.indexOf('noscript') < names.lastIndexOf('input'), 'a button for who runs no scripts')
})

/** Form by form, the buttons that submit it: the first is the one Enter presses. */
function submitsOf({ tags }: Markup): readonly (readonly string[])[] {
  const forms: string[][] = []
  for (const { name, attributes } of tags) {
    if (name === 'form') forms.push([])
    if (attributes.type !== 'submit') continue
    forms.at(-1)?.push(attributes.id === undefined ? name : `${name}#${attributes.id}`)
  }
  return forms
}

function byName({ tags }: Markup, name: string): Tag {
  const found = tags.find(({ attributes }) => attributes.name === name)
  if (found === undefined) throw new Error(`No tag has the name ${name}.`)
  return found
}

function framesOf({ tags }: Markup): readonly (string | undefined)[] {
  return tags.filter(({ name }) => name === 'iframe').map(({ attributes }) => attributes.src)
}

function refreshOf({ tags }: Markup): string | undefined {
  return tags.find(({ attributes }) => attributes['http-equiv'] === 'refresh')?.attributes.content
}
