// Where the certificate for https on localhost is kept.
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** `graph-understudy` in XDG_CACHE_HOME, or else in the platform's cache folder. */
export function certificateFolder(): string {
  return join(cacheFolder(), 'graph-understudy')
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA } = process.env
  // A relative path is to be ignored, says the XDG base directory specification.
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

/** `authority` is what NODE_EXTRA_CA_CERTS is to name. */
export function certificateFiles(
  directory: string,
): Record<'bundle' | 'authority' | 'lock', string> {
  return {
    // Whole chain and key in one file: what must match is replaced by one rename.
    bundle: join(directory, 'localhost.pem'),
    authority: join(directory, 'authority.pem'),
    lock: join(directory, 'localhost.lock'),
  }
}
