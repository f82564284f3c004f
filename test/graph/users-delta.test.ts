// graph.users.delta: everybody at first, then whoever was added, changed or deleted since.
import fc from 'fast-check'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { ids, upn } from '../support/contoso.ts'
import { roundFrom } from '../support/delta.ts'
import { isError } from '../support/graph-errors.ts'
import { control, graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'

/** In seconds. */
const DAY = 24 * 60 * 60
const NOBODY = '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1aff'
const scopes = ['User.ReadWrite.All', 'User.DeleteRestore.All', 'User.RevokeSessions.All']
const everything = { user: 'admin', scopes }

/** A tenant of few users, and a token for somebody who may do everything there. */
async function smallTenant(t: Parameters<typeof understudyFor>[0]) {
  const { understudy, clock } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, everything)
  const write = (line: `${string} /${string}`, body?: object) =>
    graph(understudy, line, { token, ...(body !== undefined && { body }) })
  return { understudy, clock, token, write }
}

const newUser = (name: string) => ({
  accountEnabled: true,
  displayName: name,
  mailNickname: name,
  userPrincipalName: upn(name),
  passwordProfile: { password: 'b3tter-Passw0rd' },
})

async function create(understudy: Understudy, token: string, name: string): Promise<string> {
  const { status, json, text } = await graph(understudy, 'POST /v1.0/users', {
    token,
    body: newUser(name),
  })
  if (status !== 201) throw new Error(text)
  return Object(json).id
}

t.test('graph.users.delta', async t => {
  t.test('gives everybody at first, page by page, and what was ever set of them', async t => {
    const understudy = await understudyFor(t, { generateUsers: 250 })
    const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.Read.All'] })
    const { users, pages } = await roundFrom(understudy, { token })
    const listed = await graph(understudy, 'GET /v1.0/users?$top=999&$select=id', { token })
    const everyId = Object(listed.json).value.map(({ id }: { id: string }) => id)
    t.strictSame(
      users.map(({ id }) => id),
      everyId,
    )
    t.equal(pages, Math.ceil(everyId.length / 100))
    t.strictSame(users.at(-1), {
      displayName: 'User 000249',
      givenName: 'User',
      mail: 'user000249@contoso.onmicrosoft.com',
      surname: '000249',
      userPrincipalName: 'user000249@contoso.onmicrosoft.com',
      id: everyId.at(-1),
    })
  })

  t.test('gives nothing when nothing has changed, and a link to go on by', async t => {
    const { understudy, token } = await smallTenant(t)
    const first = await roundFrom(understudy, { token })
    const second = await roundFrom(understudy, { token }, first.deltaLink)
    t.strictSame(second.users, [])
    t.strictSame((await roundFrom(understudy, { token }, second.deltaLink)).users, [])
  })

  t.test('gives who was added, changed and deleted since, each once', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const { deltaLink } = await roundFrom(understudy, { token })
    const nia = await create(understudy, token, 'nia')
    await write(`PATCH /v1.0/users/${ids.adele}`, { jobTitle: 'Buyer' })
    await write(`PATCH /v1.0/users/${ids.adele}`, { jobTitle: null, department: 'Purchasing' })
    await write(`DELETE /v1.0/users/${ids.alex}`)
    await write(`DELETE /v1.0/users/${ids.customer}`)
    await write(`DELETE /v1.0/directory/deletedItems/${ids.customer}`)
    const next = await roundFrom(understudy, { token }, deltaLink)
    t.match(next.users, [
      { id: nia, displayName: 'nia' },
      { id: ids.adele, jobTitle: null, displayName: 'Adele Vance' },
      { id: ids.alex, '@removed': { reason: 'changed' } },
      { id: ids.customer, '@removed': { reason: 'deleted' } },
    ])
    t.equal(next.users.length, 4)
    t.strictSame((await roundFrom(understudy, { token }, next.deltaLink)).users, [])
  })

  t.test('gives who was restored as if they were new', async t => {
    const { understudy, token, write } = await smallTenant(t)
    await write(`DELETE /v1.0/users/${ids.alex}`)
    const { deltaLink } = await roundFrom(understudy, { token })
    await write(`POST /v1.0/directory/deletedItems/${ids.alex}/restore`)
    const { users } = await roundFrom(understudy, { token }, deltaLink)
    t.match(users, [{ id: ids.alex, displayName: 'Alex Wilber', userPrincipalName: upn('alex') }])
  })

  t.test('gives no more than the id and what was changed, where that is preferred', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const { deltaLink } = await roundFrom(understudy, { token })
    const nia = await create(understudy, token, 'nia')
    await write(`PATCH /v1.0/users/${ids.adele}`, { jobTitle: null, displayName: 'Adele V.' })
    const call = { token, headers: { prefer: 'return=minimal' } }
    const reply = await graph(understudy, `GET /${deltaLink.slice(1)}`, call)
    t.equal(reply.headers.get('preference-applied'), 'return=minimal')
    const { users } = await roundFrom(understudy, call, deltaLink)
    t.match(users[0], { id: nia, userPrincipalName: upn('nia') })
    t.strictSame(users[1], { displayName: 'Adele V.', jobTitle: null, id: ids.adele })
  })

  t.test('tells of changes in what was selected alone, for all rounds', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const path = '/v1.0/users/delta?$select=displayName'
    const first = await roundFrom(understudy, { token }, path)
    for (const user of first.users) t.strictSame(Object.keys(user).sort(), ['displayName', 'id'])
    await write(`PATCH /v1.0/users/${ids.adele}`, { jobTitle: 'Buyer' })
    const second = await roundFrom(understudy, { token }, first.deltaLink)
    t.strictSame(second.users, [])
    await write(`PATCH /v1.0/users/${ids.adele}`, { displayName: 'Adele V.' })
    const third = await roundFrom(understudy, { token }, second.deltaLink)
    t.strictSame(third.users, [{ displayName: 'Adele V.', id: ids.adele }])
  })

  t.test('tells of a revocation to those who select what it moves, and to nobody else', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const plain = await roundFrom(understudy, { token })
    const select = '$select=signInSessionsValidFromDateTime'
    const selecting = await roundFrom(understudy, { token }, `/v1.0/users/delta?${select}`)
    await write(`POST /v1.0/users/${ids.adele}/revokeSignInSessions`)
    t.strictSame((await roundFrom(understudy, { token }, plain.deltaLink)).users, [])
    const { users } = await roundFrom(understudy, { token }, selecting.deltaLink)
    t.strictSame(users, [
      { signInSessionsValidFromDateTime: '2026-08-13T12:00:00Z', id: ids.adele },
    ])
  })

  t.test('follows the users that a filter names, and nobody else', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const filter = encodeURIComponent(`id eq '${ids.adele}' or id eq '${ids.alex.toUpperCase()}'`)
    const first = await roundFrom(understudy, { token }, `/v1.0/users/delta?$filter=${filter}`)
    t.strictSame(first.users.map(({ id }) => id).sort(), [ids.adele, ids.alex])
    for (const id of [ids.customer, ids.alex])
      await write(`PATCH /v1.0/users/${id}`, { jobTitle: 'Buyer' })
    const { users } = await roundFrom(understudy, { token }, first.deltaLink)
    t.strictSame(
      users.map(({ id }) => id),
      [ids.alex],
    )
  })

  t.test('begins from now on when the latest is asked for', async t => {
    const { understudy, token, write } = await smallTenant(t)
    const path = '/beta/users/microsoft.graph.delta()?$deltatoken=latest'
    const first = await roundFrom(understudy, { token }, path)
    t.strictSame(first.users, [])
    await write(`PATCH /v1.0/users/${ids.adele}`, { jobTitle: 'Buyer' })
    const { users } = await roundFrom(understudy, { token }, first.deltaLink)
    t.match(users, [{ id: ids.adele }])
  })

  t.test('never names a personal account', async t => {
    const { understudy, token } = await smallTenant(t)
    const first = await roundFrom(understudy, { token })
    await control(understudy, `PATCH /_understudy/users/${ids.personal}`, {
      body: { accountEnabled: false },
    })
    await control(understudy, `DELETE /_understudy/users/${ids.personal}`)
    const second = await roundFrom(understudy, { token }, first.deltaLink)
    for (const { users } of [first, second]) t.notOk(users.some(({ id }) => id === ids.personal))
  })

  const expired = {
    code: 'syncStateNotFound',
    message:
      'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
    status: 400,
  }

  t.test('refuses a link that is older than seven days', async t => {
    const { understudy, clock } = await smallTenant(t)
    const before = await tokenFor(understudy, { ...everything, lifetimeSeconds: 8 * 24 * 3600 })
    const { deltaLink } = await roundFrom(understudy, { token: before })
    clock.advance(7 * DAY - 1)
    t.equal((await roundFrom(understudy, { token: before }, deltaLink)).pages, 1)
    clock.advance(1)
    const late = await graph(understudy, `GET /${deltaLink.slice(1)}`, { token: before })
    isError(t, late, expired, new Date(clock.now()))
  })

  t.test('refuses a link of another tenant, of a page, and one that was made up', async t => {
    const { understudy, token } = await smallTenant(t)
    const tenant = await understudy.tenant()
    t.teardown(() => tenant.remove())
    const other = (await tenant.issueToken(everything)).access_token
    const { deltaLink } = await roundFrom(understudy, { token: other })
    const [, sealed = ''] = deltaLink.split('$deltatoken=')
    for (const query of [`$deltatoken=${sealed}`, `$skiptoken=${sealed}`, '$deltatoken=Mg'])
      isError(t, await graph(understudy, `GET /v1.0/users/delta?${query}`, { token }), expired)
  })
})

type Step =
  | { readonly kind: 'create' | 'delete' | 'restore' | 'purge'; readonly name: number }
  | { readonly kind: 'rename'; readonly name: number; readonly to: string }
  | { readonly kind: 'sync' }

const names = fc.nat({ max: 3 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('create', 'delete', 'restore', 'purge'), name: names }),
    fc.record({ kind: fc.constant('rename'), name: names, to: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('sync') }),
  ),
  { maxLength: 25, size: 'max' },
)

t.test('whoever follows the links of graph.users.delta', async t => {
  const { understudy, token, write } = await smallTenant(t)

  t.test('knows the directory, whatever becomes of it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async steps => {
        const known = new Map<number, string>()
        const mirror = new Map<string, string>()
        let link = '/v1.0/users/delta?$select=displayName'
        const sync = async () => {
          const { users, deltaLink } = await roundFrom(understudy, { token }, link)
          for (const user of users) {
            if ('@removed' in user) mirror.delete(user.id)
            else mirror.set(String(user.id), String(user.displayName))
          }
          link = deltaLink
        }
        await sync()
        for (const step of steps) {
          if (step.kind === 'sync') await sync()
          else await take(step, known)
        }
        await sync()
        const { json } = await graph(understudy, 'GET /v1.0/users?$top=999', { token })
        const there: { id: string; displayName: string }[] = Object(json).value
        const directory = new Map(there.map(({ id, displayName }) => [id, displayName]))
        for (const id of known.values()) await write(`DELETE /v1.0/users/${id}`)
        for (const id of known.values()) await write(`DELETE /v1.0/directory/deletedItems/${id}`)
        return (
          mirror.size === directory.size &&
          [...mirror].every(([id, displayName]) => directory.get(id) === displayName)
        )
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  /** What cannot be done is refused, and changes nothing. */
  async function take(step: Exclude<Step, { kind: 'sync' }>, known: Map<number, string>) {
    const id = known.get(step.name) ?? NOBODY
    if (step.kind === 'create' && !known.has(step.name))
      known.set(step.name, await create(understudy, token, `someone${step.name}`))
    else if (step.kind === 'delete') await write(`DELETE /v1.0/users/${id}`)
    else if (step.kind === 'restore') await write(`POST /v1.0/directory/deletedItems/${id}/restore`)
    else if (step.kind === 'rename')
      await write(`PATCH /v1.0/users/${id}`, { displayName: step.to })
    else if (step.kind === 'purge') {
      const { status } = await write(`DELETE /v1.0/directory/deletedItems/${id}`)
      if (status === 204) known.delete(step.name)
    }
  }
})
