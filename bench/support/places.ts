// Where the program that is measured, its parts and its peers are. Seen from build/bench/support, where this runs.

const root = new URL('../../../', import.meta.url)

/** The program as it is shipped. */
export const program = new URL('dist/main.js', root)
/** The library as it is shipped. */
export const library = new URL('dist/index.js', root)
/** The contract as JSON. */
export const contract = new URL('dist/assets/openapi.json', root)
/** Prism's command line. */
export const prism = new URL('node_modules/@stoplight/prism-cli/dist/index.js', root)

/** A program of bench/children: `bare-routes`. */
export function childProgram(name: string): URL {
  return new URL(`../children/${name}.js`, import.meta.url)
}
