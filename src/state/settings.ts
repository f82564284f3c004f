// How a tenant behaves where the real service can be waited for, chosen, or is known in more than one form.
import type { components } from '../contract/generated.ts'
import type { RevocationSurface, RevocationTiming } from './revocation.ts'

export type Settings = components['schemas']['settings']
export type SettingsUpdate = components['schemas']['settingsUpdate']
export type PermissionsMode = Settings['permissions']

type Preset = Pick<Settings['revocation'], 'delaySeconds' | 'truncateToSeconds'>

/**
 * `realistic`: Graph was seen to honour a revocation about ten minutes later, the token endpoint after about a second; the browser
 * session was not measured and is taken to follow the token endpoint.
 * @see docs/deviations.md
 */
const presets: Record<Settings['revocation']['preset'], Preset> = {
  instant: { delaySeconds: { graph: 0, token: 0, session: 0 }, truncateToSeconds: false },
  realistic: { delaySeconds: { graph: 600, token: 1, session: 1 }, truncateToSeconds: true },
}

export const defaultSettings: Settings = {
  permissions: 'documented',
  signIn: 'page',
  logs: { delaySeconds: 0 },
  // The oldest form of the challenge is the one that every client library in use can read.
  revocation: {
    preset: 'instant',
    ...presets.instant,
    challenge: '2021',
    successStatus: 200,
    suberror: 'bad_token',
  },
}

/** The settings after an update: a preset first, then what is given beside it. */
export function updateSettings(
  settings: Settings,
  { permissions, signIn, logs, revocation = {} }: SettingsUpdate,
): Settings {
  const { delaySeconds, preset, ...others } = revocation
  const base =
    preset === undefined
      ? settings.revocation
      : { ...settings.revocation, preset, ...presets[preset] }
  return {
    permissions: permissions ?? settings.permissions,
    signIn: signIn ?? settings.signIn,
    logs: { ...settings.logs, ...logs },
    revocation: { ...base, ...others, delaySeconds: { ...base.delaySeconds, ...delaySeconds } },
  }
}

export function timingOf({ revocation }: Settings, surface: RevocationSurface): RevocationTiming {
  return {
    delaySeconds: revocation.delaySeconds[surface],
    truncateToSeconds: revocation.truncateToSeconds,
  }
}

/** The delays of all surfaces. */
export function delaysOf({ revocation: { delaySeconds } }: Settings): readonly number[] {
  return [delaySeconds.graph, delaySeconds.token, delaySeconds.session]
}
