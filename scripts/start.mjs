// Builds the program and runs it in this process, so that signals reach it.
import { bundle } from './build.mjs'

await bundle()
await import('../dist/main.js')
