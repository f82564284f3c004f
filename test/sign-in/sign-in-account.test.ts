// The first page of a person who signs in: which accounts it shows, and which names it takes.
import type { Test } from 'tap'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { answerOf, Browser, notesOf, numberOn, titleOf, wordsOf } from '../support/form-browser.ts'
import { daemon, revokes } from '../support/revocation.ts'
import type { Person } from '../support/sign-in.ts'
import { authorizeUrl, browserOf, passPages, spa, web } from '../support/sign-in.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

/** A person in front of the first page of a sign-in to the web app. */
async function atFirstPage(t: Test, parameters: Record<string, string> = {}) {
  const { understudy, clock } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const page = await browser.open(authorizeUrl(web, { state: 'st', ...parameters }))
  return { understudy, clock, browser, page }
}

t.test('the account page', async t => {
  t.test('shows a dozen accounts, says what there is to know, and how many more', async t => {
    const { page } = await atFirstPage(t)
    const bianca = `${ids.customer}@contoso.onmicrosoft.com`
    t.same(notesOf(page), {
      ...Object.fromEntries(
        ['admin', 'useradmin', 'authadmin', 'helpdesk', 'passwordadmin', 'reader']
          .concat('adele', 'alex', 'megan')
          .map(name => [upn(name), []]),
      ),
      [upn('disabled')]: ['Disabled'],
      [upn('grace_fabrikam.com#EXT#')]: ['Guest'],
      [bianca]: ['Local account'],
    })
    t.match(wordsOf(page), ' and 19 more: type the name ')
    t.match(wordsOf(page), ' to continue to Web app ')
    t.match(wordsOf(page), ` Adele Vance ${upn('adele')} `)
  })

  t.test('says who is signed in at this browser, and shows them first', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'lynne' })
    const page = await browser.open(authorizeUrl(web, { prompt: 'select_account' }))
    t.same(Object.entries(notesOf(page))[0], [upn('lynne'), ['Signed in']])
  })

  t.test('says whose session was revoked, and since which sign-in', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'lynne' })
    clock.advance(24 * 60)
    await graph(understudy, revokes(upn('lynne')), { token: await tokenFor(understudy, daemon) })
    const page = await browser.open(authorizeUrl(web))
    t.equal(titleOf(page), 'Pick an account')
    t.same(Object.entries(notesOf(page))[0], [
      upn('lynne'),
      ['Revoked since your last sign-in at 2026-08-13 12:00 UTC'],
    ])
    const asked = await browser.submit(page, { login: upn('lynne') })
    t.same(notesOf(asked), {
      [upn('lynne')]: ['Revoked since your last sign-in at 2026-08-13 12:00 UTC'],
    })
    t.type(answerOf(await passPages(browser, page, { user: 'lynne' })).code, 'string')
    const again = await browser.open(authorizeUrl(web, { prompt: 'select_account' }))
    t.same(Object.entries(notesOf(again))[0], [upn('lynne'), ['Signed in']])
  })

  for (const typed of [
    upn('adele'),
    upn('ADELE').toUpperCase(),
    ` ${upn('adele')} `,
    'adele',
    ids.adele,
  ]) {
    t.test(`takes '${typed}' for Adele`, async t => {
      const { browser, page } = await atFirstPage(t)
      const asked = await browser.submit(page, { loginfmt: typed })
      t.equal(titleOf(asked), 'Enter password')
      t.same(Object.keys(notesOf(asked)), [upn('adele')])
    })
  }

  t.test('takes the address by which a guest or a customer signs in', async t => {
    const { browser, page } = await atFirstPage(t)
    for (const [typed, note] of [
      ['grace@fabrikam.com', 'Guest'],
      ['bianca@example.com', 'Local account'],
    ] as const)
      t.same(Object.values(notesOf(await browser.submit(page, { loginfmt: typed }))), [[note]])
  })

  t.test('asks again for a name nobody has, and leaves it to be put right', async t => {
    const { browser, page } = await atFirstPage(t)
    const asked = await browser.submit(page, { loginfmt: 'addele@contoso.onmicrosoft.com' })
    t.equal(asked.status, 200)
    t.equal(titleOf(asked), 'Pick an account')
    t.match(
      wordsOf(asked),
      'The user account addele@contoso.onmicrosoft.com does not exist in the 5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10 directory. To sign into this application, the account must be added to the directory. AADSTS50034',
    )
    t.match(asked.html, 'name="loginfmt" value="addele@contoso.onmicrosoft.com"')
    t.type(answerOf(await passPages(browser, asked)).code, 'string')
  })

  t.test('asks again for nothing', async t => {
    const { browser, page } = await atFirstPage(t)
    for (const fields of [{}, { loginfmt: '' }, { login: '' }]) {
      const asked = await browser.submit(page, fields)
      t.equal(titleOf(asked), 'Pick an account')
      t.equal(numberOn(asked), undefined)
    }
  })

  t.test('refuses a personal account at a tenant, and takes it where it belongs', async t => {
    const { understudy, browser, page } = await atFirstPage(t)
    const refused = await browser.submit(page, { loginfmt: 'pat@outlook.com' })
    t.equal(titleOf(refused), 'Pick an account')
    t.match(
      wordsOf(refused),
      /User account 'pat@outlook\.com' from identity provider 'live\.com' does not exist in tenant 'Contoso' .* AADSTS50020/,
    )
    const elsewhere = await browser.open(authorizeUrl(web, {}, 'common'))
    t.equal(
      numberOn(await browser.submit(elsewhere, { loginfmt: 'pat@outlook.com' })),
      'AADSTS50020',
    )
    const pat: Person = { user: 'pat@outlook.com' }
    for (const authority of ['common', 'consumers']) {
      const visited = new Browser(understudy)
      const first = await visited.open(authorizeUrl(spa, {}, authority))
      t.type(answerOf(await passPages(visited, first, pat)).code, 'string', authority)
    }
  })

  t.test('refuses a work account at the consumers’ door', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const page = await browser.open(authorizeUrl(spa, {}, 'consumers'))
    t.same(Object.keys(notesOf(page)), ['pat@outlook.com'])
    t.equal(numberOn(await browser.submit(page, { loginfmt: upn('adele') })), 'AADSTS50020')
  })
})
