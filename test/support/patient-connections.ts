// Connections to localhost that a busy machine does not break. Imported for its effect.
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net'

// Where localhost has two addresses, Node gives the first a quarter of a second, and one that would have answered is given up when the
// process itself is held up for longer. The second is refused then, for most servers listen on the first alone.
setDefaultAutoSelectFamilyAttemptTimeout(10_000)
