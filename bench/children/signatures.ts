// Signs, one after another on one thread, inputs as long as the arguments say: what a set of tokens costs before anything is put in them.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { answerParent } from './answering.ts'

export interface SigningFigures {
  /** One signature for each argument is one set. */
  readonly setsPerSecond: number
  /** Of the process, all threads, in microseconds. */
  readonly processorTimePerSet: number
}

const SLICE_MILLISECONDS = 1000
const MODULUS_BITS = 2048

const inputs = process.argv.slice(2).map(length => randomBytes(Number(length)))
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS })

answerParent((): SigningFigures => {
  const usedBefore = process.cpuUsage()
  const started = performance.now()
  let sets = 0
  let elapsed = 0
  while (elapsed < SLICE_MILLISECONDS) {
    for (const input of inputs) sign('RSA-SHA256', input, privateKey)
    sets += 1
    elapsed = performance.now() - started
  }
  const { user, system } = process.cpuUsage(usedBefore)
  return { setsPerSecond: (sets / elapsed) * 1000, processorTimePerSet: (user + system) / sets }
})
