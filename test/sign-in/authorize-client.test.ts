// signIn.authorize.*: which clients there are at which door, and which redirect URIs are theirs.
import t from 'tap'
import { clients, DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { Browser, numberOn, wordsOf } from '../support/form-browser.ts'
import { authorizeUrl, web } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

t.test('a client', async t => {
  t.test('of one tenant only is none at the others’ doors', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    for (const authority of ['common', 'organizations']) {
      const page = await browser.open(
        authorizeUrl({ ...web, appId: clients.daemon }, {}, authority),
      )
      t.equal(page.status, 400)
      t.equal(numberOn(page), 'AADSTS50194', authority)
    }
    const page = await browser.open(authorizeUrl(web, {}, 'consumers'))
    t.equal(page.status, 400)
    t.equal(numberOn(page), 'AADSTS90130')
  })

  t.test('without a redirect URI cannot be answered', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = authorizeUrl({ ...web, appId: clients.daemon }, { redirect_uri: undefined })
    t.equal(numberOn(await new Browser(understudy).open(url)), 'AADSTS500113')
  })

  t.test('is found by its client id alone, not by its object id', async t => {
    const { understudy } = await understudyAtNoon(t)
    const objectId = '8d4e6a12-3c9f-4b75-a1e8-7f0b2c5d9e03'
    const page = await new Browser(understudy).open(authorizeUrl({ ...web, appId: objectId }))
    t.equal(numberOn(page), 'AADSTS700016')
    t.match(
      wordsOf(page),
      `Application with identifier '${objectId}' was not found in the directory 'Contoso'. `,
    )
  })

  t.test('has the redirect URIs that it registered, to the letter', async t => {
    const { understudy } = await understudyAtNoon(t, {
      fixtures: fixtureFolder(t, {
        tenant: { domains: [DOMAIN] },
        users: [{ userPrincipalName: 'adele' }],
        applications: [
          {
            appId: clients.web,
            displayName: 'App',
            type: 'web',
            redirectUris: ['https://app.example/callback', 'http://localhost:3000/callback'],
          },
          {
            appId: clients.device,
            displayName: 'Desktop',
            type: 'device',
            redirectUris: [
              'http://localhost',
              'http://127.0.0.1/callback',
              'http://[::1]',
              'myapp://auth',
            ],
          },
        ],
      }),
    })
    const browser = new Browser(understudy)
    const isTaken = async (appId: string, redirectUri: string) =>
      (await browser.open(authorizeUrl({ ...web, appId, redirectUri }))).status === 200
    for (const uri of ['https://app.example/callback', 'HTTPS://APP.example/callback'])
      t.ok(await isTaken(clients.web, uri), uri)
    for (const uri of [
      'https://app.example/Callback',
      'https://app.example/callback/',
      'https://app.example/callback?a=b',
      'https://app.example/callback#a',
      'https://app.example/',
      'https://app.example:444/callback',
      'http://app.example/callback',
      'https://app.example.org/callback',
      'https://app.example@evil.example/callback',
      // A web app keeps its port on localhost, too.
      'http://localhost:3001/callback',
      'http://localhost/callback',
    ])
      t.notOk(await isTaken(clients.web, uri), uri)
    for (const uri of [
      'http://localhost:8400',
      'http://localhost:65535/',
      'http://127.0.0.1:8400/callback',
      'http://[::1]:8400',
      'myapp://auth',
    ])
      t.ok(await isTaken(clients.device, uri), uri)
    for (const uri of [
      'http://localhost:8400/callback',
      'https://localhost:8400',
      'http://localhost:123456',
      'http://127.0.0.1:8400',
      'http://128.0.0.1:8400/callback',
      'http://localhost.example',
      'http://localhost:8400@evil.example',
      'myapp://elsewhere',
    ])
      t.notOk(await isTaken(clients.device, uri), uri)
  })
})
