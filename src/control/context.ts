// What a control handler is given besides its input.
import type { Clock } from '../clock.ts'
import type { Operation } from '../contract/document.ts'
import type { FixtureLibrary } from '../fixtures/library.ts'
import type { Journal } from '../journal/journal.ts'
import type { Log } from '../state/log.ts'
import type { State } from '../state/state.ts'
import type { Issuer } from '../tokens/issue.ts'
import type { TokenJudge } from '../tokens/judge.ts'
import type { Seal } from '../tokens/seal.ts'

export interface ControlContext {
  readonly version: string
  /** The origin by which the request came in. */
  readonly origin: string
  readonly request: { readonly id: string; readonly ip: string }
  readonly state: State
  readonly log: Log
  readonly library: FixtureLibrary
  readonly clock: Clock
  readonly issuer: Issuer
  readonly judge: TokenJudge
  readonly seal: Seal
  readonly journal: Journal
  /** All of the contract's. */
  readonly operations: readonly Operation[]
  /** Calls `leave` once when the caller no longer waits, unless what it returns is called before. */
  readonly onDeparture: (leave: () => void) => () => void
}
