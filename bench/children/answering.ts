// The child's half of support/child.ts.

/** Measures whenever the parent asks, sends what was found, and ends when the parent does. */
export function answerParent(measure: () => object | Promise<object>): void {
  process.on('message', async () => {
    process.send?.(JSON.stringify(await measure()))
  })
  process.on('disconnect', () => process.exit())
}
