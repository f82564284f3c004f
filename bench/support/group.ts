// A group of rows: what is measured together, and can be asked for alone.
import type { Row } from './report.ts'

export interface Bench {
  /** Shorter rounds and fewer requests, for a first look. */
  readonly quick: boolean
  /** Empty at first, and removed at the end. */
  readonly folder: string
  /** Says on standard error what is going on. */
  readonly report: (line: string) => void
}

export type Group = (bench: Bench) => Promise<readonly Row[]>
