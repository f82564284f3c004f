// Batches of @microsoft/microsoft-graph-client, unmodified, against a double on a port with a thousand made-up users.
import t from 'tap'
import { CROWD } from '../support/crowd.ts'
import { journey } from '../support/journey.ts'

t.test('@microsoft/microsoft-graph-client', t =>
  journey(t, 'batch-microsoft-graph-client', { generateUsers: CROWD }),
)
