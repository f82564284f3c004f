// Durations as a person writes and reads them.
import { UsageError } from './usage-error.ts'

const units = { d: 86_400, h: 3600, m: 60, s: 1 } as const

const DURATION = /^-?(?=[0-9])(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9.]+)s?)?$/

/**
 * The seconds in `90`, `90s`, `15m`, `2h30m`, `1d` or, backwards, `-1h`; undefined when it is no duration.
 */
export function readDuration(text: string): number | undefined {
  const match = DURATION.exec(text)
  if (match === null) return undefined
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match
  const total =
    Number(days) * units.d +
    Number(hours) * units.h +
    Number(minutes) * units.m +
    Number(seconds) * units.s
  if (!Number.isFinite(total)) return undefined
  return text.startsWith('-') ? -total : total
}

/** @throws UsageError when it is no duration */
export function parseDuration(text: string, name: string): number {
  const seconds = readDuration(text)
  if (seconds === undefined)
    throw new UsageError(`${name} must be a duration such as 90s, 15m, 2h30m or 1d, not '${text}'.`)
  return seconds
}

/** `2h 30m` for 9000 seconds; the sign is left to the words around it. */
export function formatDuration(seconds: number): string {
  let left = Math.round(Math.abs(seconds) * 1000) / 1000
  const parts: string[] = []
  for (const [unit, size] of Object.entries(units)) {
    const count = unit === 's' ? Math.round(left * 1000) / 1000 : Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count}${unit}`)
  }
  return parts.join(' ') || '0s'
}
