// control.snapshots.get and put: snapshots on their way from one server to another.
import { createHash } from 'node:crypto'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { ids } from '../support/contoso.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { statusOf } from '../support/revocation.ts'
import { redeemCode, refresh, web } from '../support/sign-in.ts'
import { quickCode, quickTokens, refusal } from '../support/sign-in-flow.ts'
import { control, graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { carrySnapshot, moveClock, restoreSnapshot, takeSnapshot } from '../support/worlds.ts'

const PUT = 'PUT /_understudy/snapshots/one'
const capable = { user: 'adele', capabilities: ['cp1'] }

interface Document {
  readonly digest: string
  readonly contents: Readonly<Record<string, unknown>>
}

async function download(understudy: Understudy): Promise<Document> {
  await takeSnapshot(understudy, 'one')
  return Object((await control(understudy, 'GET /_understudy/snapshots/one')).json)
}

/** With a digest that fits. */
function forged(document: Document, contents: object): Document {
  const digest = createHash('sha256').update(JSON.stringify(contents)).digest('base64url')
  return { ...document, digest, contents: { ...contents } }
}

async function kidsOf(understudy: Understudy): Promise<string[]> {
  const url = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'
  const { keys } = Object(await (await understudy.fetch(url)).json())
  return keys.map(({ kid }: { kid: string }) => kid)
}

const kidOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid

t.test('control.snapshots.get', async t => {
  t.test('gives a document that says what it is and when it was taken', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await takeSnapshot(understudy, 'one')
    clock.advance(60)
    const { status, headers, json } = await control(understudy, 'GET /_understudy/snapshots/one')
    t.equal(status, 200)
    t.equal(headers.get('cache-control'), 'no-store')
    t.match(json, {
      format: 'graph-understudy snapshot',
      formatVersion: 1,
      takenAt: '2026-08-13T12:00:00.250Z',
      digest: /^[\w-]{43}$/,
    })
  })
})

t.test('control.snapshots.put', async t => {
  t.test('answers as the taking of a snapshot does, under the name it is given', async t => {
    const [{ understudy: one }, { understudy: two }] = [
      await understudyAtNoon(t),
      await understudyAtNoon(t),
    ]
    const body = await download(one)
    const reply = await control(two, 'PUT /_understudy/snapshots/carried', { body })
    t.equal(reply.status, 201)
    t.equal(reply.headers.get('location'), '/_understudy/snapshots/carried')
    t.same(reply.json, {
      name: 'carried',
      takenAt: '2026-08-13T12:00:00.250Z',
      tenants: ['contoso.onmicrosoft.com'],
    })
    t.same((await control(two, 'GET /_understudy/snapshots')).json, { snapshots: [reply.json] })
    t.equal((await control(two, 'PUT /_understudy/snapshots/carried', { body })).status, 201)
  })

  t.test('changes nothing of the tenants until it is restored', async t => {
    const [one, two] = [await understudyFor(t), await understudyFor(t)]
    const token = await tokenFor(two, capable)
    await control(one, `POST /_understudy/users/${ids.adele}/revoke`)
    await control(two, PUT, { body: await download(one) })
    t.equal(await statusOf(two, token), 200)
    await restoreSnapshot(two, 'one')
    t.equal(await statusOf(two, token), 401)
  })

  t.test('has the keys of both servers published and believed, its own first', async t => {
    const [one, two] = [
      await understudyFor(t, { signingKeys: new SigningKeys() }),
      await understudyFor(t, { signingKeys: new SigningKeys() }),
    ]
    const [ofOne, ofTwo] = [await tokenFor(one, capable), await tokenFor(two, capable)]
    t.equal(await statusOf(two, ofOne), 401)
    for (const _ of ['once', 'again']) await control(two, PUT, { body: await download(one) })
    t.same(await kidsOf(two), [kidOf(ofTwo), kidOf(ofOne)])
    t.same(await kidsOf(one), [kidOf(ofOne)])
    for (const token of [ofOne, ofTwo]) t.equal(await statusOf(two, token), 200)
    t.equal(kidOf(await tokenFor(two, capable)), kidOf(ofTwo))
    t.equal(await statusOf(one, ofTwo), 401)
  })

  t.test('can be carried on from there, with the keys of both', async t => {
    const servers: Understudy[] = []
    for (const _ of [1, 2, 3])
      servers.push(await understudyFor(t, { signingKeys: new SigningKeys() }))
    const [one, two, three] = servers
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three.')
    await control(one, 'PATCH /_understudy/settings', { body: { signIn: 'automatic' } })
    const { refresh_token: refreshToken, access_token: token } = await quickTokens(one, web)
    await takeSnapshot(one, 'one')
    await carrySnapshot(one, two, 'one')
    await restoreSnapshot(two, 'one')
    const { refresh_token: later } = await quickTokens(two, web)
    await takeSnapshot(two, 'one')
    await carrySnapshot(two, three, 'one')
    await restoreSnapshot(three, 'one')
    t.equal(await statusOf(three, token), 200)
    for (const text of [refreshToken, later]) t.equal((await refresh(three, web, text)).status, 200)
    t.equal((await kidsOf(three)).length, 3)
  })

  t.test('has new sign-ins come after all that the snapshot remembers', async t => {
    const one = await understudyFor(t, { seed: 'same' })
    await control(one, 'PATCH /_understudy/settings', { body: { signIn: 'automatic' } })
    const redeemed = await quickCode(one, web)
    await redeemCode(one, web, redeemed)
    for (let times = 0; times < 20; times++)
      await control(one, `POST /_understudy/users/${ids.adele}/revoke`)
    const two = await understudyFor(t, { seed: 'same' })
    await control(two, PUT, { body: await download(one) })
    await restoreSnapshot(two, 'one')
    const { access_token: token, refresh_token: refreshToken } = await quickTokens(two, web)
    t.equal(await statusOf(two, token), 200)
    t.equal((await refresh(two, web, refreshToken)).status, 200)
    t.equal(refusal(await redeemCode(two, web, redeemed)), '400 invalid_grant 54005')
    await control(two, `POST /_understudy/users/${ids.adele}/revoke`)
    t.equal(refusal(await refresh(two, web, refreshToken)), '400 invalid_grant 50173')
  })

  t.test('has nothing drawn a second time that a server of the same seed drew', async t => {
    const servers = [await understudyFor(t, { seed: 's' }), await understudyFor(t, { seed: 's' })]
    const drawn = async (understudy: Understudy) => {
      const requests = Array.from({ length: 40 }, () => graph(understudy, 'GET /v1.0/me'))
      return (await Promise.all(requests)).map(({ headers }) => headers.get('request-id') ?? '')
    }
    const [one, two] = servers
    if (one === undefined || two === undefined) throw new Error('There are two.')
    const known = new Set(await drawn(one))
    t.ok((await drawn(two)).some(id => known.has(id)))
    await control(two, PUT, { body: await download(one) })
    const further = new Set(await drawn(one))
    t.notOk((await drawn(two)).some(id => known.has(id) || further.has(id)))
  })

  t.test('refuses what was changed on the way, and changes nothing', async t => {
    const [one, two] = [
      await understudyFor(t, { signingKeys: new SigningKeys() }),
      await understudyFor(t, { signingKeys: new SigningKeys() }),
    ]
    const document = await download(one)
    const { contents } = document
    const spoilt: readonly (readonly [object, string])[] = [
      [{ ...document, digest: `x${document.digest.slice(1)}` }, '/digest'],
      [{ ...document, contents: { ...contents, more: 1 } }, '/digest'],
      [{ ...document, contents: {} }, '/digest'],
      [forged(document, {}), '/contents'],
      [forged(document, { ...contents, snapshot: { tenants: [] } }), '/contents'],
      [forged(document, { ...contents, snapshot: { tenants: [{}] } }), '/contents'],
      [forged(document, { ...contents, sealKeys: ['short'] }), '/contents'],
      [
        forged(document, { ...contents, signingKeys: [{ privateKey: '', certificate: '' }] }),
        '/contents',
      ],
      [{ ...document, format: 'snapshot' }, '/format'],
      [{ ...document, formatVersion: 2 }, '/formatVersion'],
    ]
    const kids = await kidsOf(two)
    for (const [body, pointer] of spoilt) {
      const reply = await control(two, PUT, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer }] })
    }
    isProblem(t, await control(two, PUT), 400)
    t.same((await control(two, 'GET /_understudy/snapshots')).json, { snapshots: [] })
    t.same(await kidsOf(two), kids)
  })

  t.test('is refused when there are as many as are kept, and accepts no keys then', async t => {
    const [one, two] = [
      await understudyFor(t, { signingKeys: new SigningKeys() }),
      await understudyFor(t, { signingKeys: new SigningKeys() }),
    ]
    for (let number = 1; number <= 100; number++) await takeSnapshot(two, `s${number}`)
    isProblem(t, await control(two, PUT, { body: await download(one) }), 409)
    t.equal((await kidsOf(two)).length, 1)
  })

  t.test('takes a document of many megabytes, and none of more than sixty-four', async t => {
    const one = await understudyFor(t, { generateUsers: 5000 })
    const two = await understudyFor(t)
    const document = await download(one)
    t.ok(JSON.stringify(document).length > 2 ** 22)
    t.equal((await control(two, PUT, { body: document })).status, 201)
    await restoreSnapshot(two, 'one')
    t.equal(await statusOf(two, await tokenFor(two, { user: 'user004999' })), 200)
    const most = 64 * 1024 * 1024
    const padded = (length: number) => `{"padding":"${'x'.repeat(length - 14)}"}`
    isProblem(t, await sendText(two, PUT, padded(most)), 400)
    isProblem(t, await sendText(two, PUT, padded(most + 1)), 413)
    isProblem(t, await sendText(two, 'POST /_understudy/snapshots', padded(2 ** 20 + 1)), 413)
  })

  t.test('is restored with the clock of its instant, whatever the other server shows', async t => {
    const [{ understudy: one }, { understudy: two, clock }] = [
      await understudyAtNoon(t),
      await understudyAtNoon(t),
    ]
    clock.advance(1e7)
    const token = await tokenFor(one, { user: 'adele' })
    await moveClock(one, { advanceSeconds: 60 })
    await takeSnapshot(one, 'one')
    await carrySnapshot(one, two, 'one')
    await restoreSnapshot(two, 'one')
    t.match((await control(two, 'GET /_understudy/clock')).json, {
      now: '2026-08-13T12:01:00.250Z',
      frozen: false,
    })
    t.equal(await statusOf(two, token), 200)
  })
})
