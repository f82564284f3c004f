// Packages that an entry point stands on and that its users install themselves.

/**
 * Loads such a package.
 * @param entry `graph-understudy/intercept`
 * @param peer with the version to install: `msw@2`
 * @throws Error that says what to install, where the package is missing
 */
export async function loadPeer<T>(entry: string, peer: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    const name = peer.replace(/@[^@]*$/, '')
    if (!isMissing(cause, name)) throw cause
    throw new Error(`${entry} needs ${name}. Install it: npm install --save-dev ${peer}`, { cause })
  }
}

/** Missing, or so old that it has not all that is asked for. */
function isMissing(error: unknown, name: string): boolean {
  const codes: unknown[] = ['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED']
  const isOfModules = error instanceof Error && 'code' in error && codes.includes(error.code)
  return isOfModules && error.message.includes(name)
}
