// Names that are hard to write in an address: what starts with `$`, and what has apostrophes, percent signs or pluses in it.
import t from 'tap'
import { DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { isError, unknownSegment } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

t.test('a user whose name is hard to write', async t => {
  const { understudy } = await understudyAtNoon(t, {
    fixtures: fixtureFolder(t, {
      tenant: { domains: [DOMAIN] },
      users: ['$ystem', "o'brien", "o''brien", 'a%b', 'x+y', 'admin'].map(userPrincipalName => ({
        userPrincipalName,
      })),
      applications: [{ displayName: 'App', type: 'spa' }],
    }),
  })
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.Read.All'] })
  const found = async (key: string) =>
    (await graph(understudy, `GET /v1.0/users${key}?$select=userPrincipalName`, { token })).json

  t.test('is found by its key where the name starts with $', async t => {
    for (const key of [`('$ystem@${DOMAIN}')`, `(%27%24ystem@${DOMAIN}%27)`])
      t.match(await found(key), { userPrincipalName: `$ystem@${DOMAIN}` })
  })

  t.test('is not found as a segment that starts with $', async t => {
    const reply = await graph(understudy, `GET /v1.0/users/$ystem@${DOMAIN}`, { token })
    isError(t, reply, unknownSegment(`$ystem@${DOMAIN}`))
  })

  t.test('doubles its apostrophe in a key, and not in a segment', async t => {
    const o = `o'brien@${DOMAIN}`
    t.match(await found(`/${o}`), { userPrincipalName: o })
    t.match(await found(`/o%27brien@${DOMAIN}`), { userPrincipalName: o })
    t.match(await found(`('o''brien@${DOMAIN}')`), { userPrincipalName: o })
    t.match(await found(`('o''''brien@${DOMAIN}')`), { userPrincipalName: `o''brien@${DOMAIN}` })
  })

  t.test('doubles its apostrophe in a key that is percent-encoded too', async t => {
    t.match(await found(`(%27o%27%27brien@${DOMAIN}%27)`), {
      userPrincipalName: `o'brien@${DOMAIN}`,
    })
  })

  t.test('may hold a percent sign or a plus', async t => {
    t.match(await found(`/a%25b@${DOMAIN}`), { userPrincipalName: `a%b@${DOMAIN}` })
    t.match(await found(`('a%25b@${DOMAIN}')`), { userPrincipalName: `a%b@${DOMAIN}` })
    t.match(await found(`/x+y@${DOMAIN}`), { userPrincipalName: `x+y@${DOMAIN}` })
    t.match(await found(`/x%2By@${DOMAIN}`), { userPrincipalName: `x+y@${DOMAIN}` })
  })
})
