// @microsoft/microsoft-graph-client, unmodified: what it does about each kind of planned failure.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/microsoft-graph-client and failures', t =>
  journey(t, 'faults-microsoft-graph-client'),
)
