// Builds the program and runs it in this process, so that a terminal's signals reach it.
import { bundle } from './build.mjs'

const PARENT_CHECK_MILLISECONDS = 250

await bundle()
await import('../dist/main.js')
stopWithParent()

/** npm does not pass on the signal that ends it; without this, a server started by a script that then ends `npm start` would stay. */
function stopWithParent() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MILLISECONDS).unref()
}
