// A tenant's clock and snapshots, moved and taken by way of the control surface.
import type { Understudy } from '../../src/api.ts'
import type { Reply } from './understudy.ts'
import { control } from './understudy.ts'

/** Rejects when it is refused. */
export async function moveClock(
  understudy: Understudy,
  update: object,
  tenant = '',
): Promise<string> {
  const { status, text, json } = await control(
    understudy,
    `PATCH /_understudy/clock?tenant=${tenant}`,
    { body: update },
  )
  if (status !== 200) throw new Error(`${status} ${text}`)
  return Object(json).now
}

/** @param tenant all of them when left out */
export function takeSnapshot(
  understudy: Understudy,
  name: string,
  tenant?: string,
): Promise<Reply> {
  const body = { name, ...(tenant !== undefined && { tenant }) }
  return control(understudy, 'POST /_understudy/snapshots', { body })
}

export function restoreSnapshot(understudy: Understudy, name: string): Promise<Reply> {
  return control(understudy, `POST /_understudy/snapshots/${name}/restore`)
}

/** Takes a snapshot from one server to another. */
export async function carrySnapshot(
  from: Understudy,
  to: Understudy,
  name: string,
): Promise<Reply> {
  const { json: body } = await control(from, `GET /_understudy/snapshots/${name}`)
  return control(to, `PUT /_understudy/snapshots/${name}`, { body })
}

/** Everything that the control surface shows of a server. */
export async function seenOf(
  understudy: Understudy,
  ...tenants: readonly string[]
): Promise<unknown> {
  const lines = tenants.flatMap(tenant => [
    `GET /_understudy/settings?tenant=${tenant}` as const,
    `GET /_understudy/clock?tenant=${tenant}` as const,
  ])
  const replies = await Promise.all(
    (['GET /_understudy/snapshots', 'GET /_understudy/tenants', ...lines] as const).map(line =>
      control(understudy, line),
    ),
  )
  return replies.map(({ json }) => json)
}

/** The state of tenants, written down; the keys and the time of the writing left out. */
export async function contentsOf(
  understudy: Understudy,
  ...tenants: readonly string[]
): Promise<string> {
  const documents: Reply[] = []
  for (const tenant of tenants) {
    await takeSnapshot(understudy, 'contents', tenant)
    documents.push(await control(understudy, 'GET /_understudy/snapshots/contents'))
  }
  await control(understudy, 'DELETE /_understudy/snapshots/contents')
  return JSON.stringify(documents.map(({ json }) => Object(json).contents.snapshot.tenants))
}
