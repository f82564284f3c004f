// Where ids and random bytes come from. Nothing else draws them, so that a seed can make two runs agree.
import { hash, randomBytes, randomUUID } from 'node:crypto'

export interface Ids {
  /** A random GUID, in lower case. */
  guid(): string
  bytes(length: number): Buffer
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** Has what is drawn from now on differ from what another server drew by the same seed. */
  stir(by: string): void
}

export const randomIds: Ids = {
  guid: () => randomUUID(),
  bytes: length => drawBytes(length),
  integer: (least, most) => least + (drawBytes(4).readUInt32BE() % (most - least + 1)),
  // No other server draws the same.
  stir: () => undefined,
}

const STOCK_BYTES = 4096
let stock = Buffer.alloc(0)

/** Asking the system costs some fifteen microseconds however little is asked for, and a token takes several draws. Nothing is given twice. */
function drawBytes(length: number): Buffer {
  if (length > STOCK_BYTES) return randomBytes(length)
  if (length > stock.length) stock = randomBytes(STOCK_BYTES)
  const drawn = stock.subarray(0, length)
  stock = stock.subarray(length)
  return drawn
}

/** Ids that repeat from run to run: SHA-256 over the seed and a counter. */
export function seededIds(seed: string): Ids {
  let stirred = seed
  let drawn = 0
  const bytes = (length: number): Buffer => {
    const blocks: Buffer[] = []
    for (let size = 0; size < length; size += 32)
      blocks.push(Buffer.from(digest(`${stirred}:${drawn++}`), 'hex'))
    return Buffer.concat(blocks).subarray(0, length)
  }
  return {
    guid: () => toGuid(bytes(16).toString('hex')),
    bytes,
    integer: (least, most) => least + (bytes(4).readUInt32BE() % (most - least + 1)),
    stir: by => {
      stirred = digest(`${stirred}:${by}`)
    },
  }
}

/** In any case. */
export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** The GUID that belongs to a name: the same name gives the same one. */
export function guidFrom(name: string): string {
  return toGuid(digest(name))
}

function digest(text: string): string {
  return hash('sha256', text)
}

/** Shapes the first 32 of some hexadecimal digits as a version 4 GUID. */
function toGuid(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
