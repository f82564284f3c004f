// The browser and the system that a User-Agent header names, as far as the sign-in log tells them apart.

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg\/([0-9.]+)/],
  ['Firefox', /\bFirefox\/([0-9.]+)/],
  ['Chrome', /\bChrome\/([0-9.]+)/],
  ['Safari', /\bVersion\/([0-9.]+).* Safari\//],
]

const systems: readonly (readonly [string, RegExp])[] = [
  ['Windows 10', /\bWindows NT 10\.0\b/],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['MacOs', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/** `Edge 91.0.864`; empty for none that is known. */
export function browserOf(userAgent: string): string {
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(userAgent)?.[1]
    if (version !== undefined) return `${name} ${version.split('.').slice(0, 3).join('.')}`
  }
  return ''
}

/** `Windows 10`; empty for none that is known. */
export function systemOf(userAgent: string): string {
  return systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? ''
}
