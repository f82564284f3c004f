// Revokes users at random through the log, among as many made-up ones as the argument says.
import { builtInFixtures } from '../../src/fixtures/built-in.ts'
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import { MemoryLog } from '../../src/state/log.ts'
import { defaultSettings } from '../../src/state/settings.ts'
import { State } from '../../src/state/state.ts'
import { answerParent } from './answering.ts'

export interface RevokingFigures {
  readonly microsecondsPerRevocation: number
  /** What the process grew by when the users were made, for each of them. */
  readonly residentBytesPerUser: number
}

const REVOCATIONS = 100_000

const generatedUsers = Number(process.argv[2])
const [document] = builtInFixtures()
if (document === undefined) throw new Error('There is no built-in tenant.')

const before = residentBytes()
const log = new MemoryLog(new State(), { now: () => Date.now() })
const tenant = await log.submit('createTenant', {
  definition: toTenantDefinition(document, { settings: defaultSettings, generatedUsers }),
})
const residentBytesPerUser = (residentBytes() - before) / generatedUsers

answerParent(async (): Promise<RevokingFigures> => {
  const tenantId = tenant.definition.id
  const userIds = Array.from({ length: REVOCATIONS }, randomUserId)
  const started = performance.now()
  for (const userId of userIds) await log.submit('revokeSignInSessions', { tenantId, userId })
  const microseconds = (performance.now() - started) * 1000
  return { microsecondsPerRevocation: microseconds / REVOCATIONS, residentBytesPerUser }
})

/** A new string every time, as one read from a request is. */
function randomUserId(): string {
  const { rows } = tenant.users
  const id = rows[Math.floor(Math.random() * rows.length)]?.id ?? ''
  return Buffer.from(id).toString('latin1')
}

function residentBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}
