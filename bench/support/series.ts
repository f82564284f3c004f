// What is measured, and how often: values of one unit, one for each round.

export type Unit = '/s' | 'answers' | 'ms' | 'µs' | 'MB' | 'bytes'

export interface Series {
  readonly unit: Unit
  /** One for each round; never empty. */
  readonly values: readonly number[]
}

export function series(unit: Unit, values: readonly number[]): Series {
  return { unit, values }
}

/**
 * Takes a measurement again and again. Measure what is to be compared in turn within one round, so that whatever else keeps the machine
 * busy disturbs all of it alike.
 */
export async function repeat<T>(rounds: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let round = 0; round < rounds; round++) results.push(await measure())
  return results
}

/** The middle value; of an even number, the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** Ours divided by the peer's of the same round. */
export function ratios(ours: Series, peer: Series): number[] {
  return ours.values.map((value, round) => value / (peer.values[round] ?? Number.NaN))
}
