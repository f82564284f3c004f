// @microsoft/microsoft-graph-client, unmodified, against a double on a port: writing users.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/microsoft-graph-client writes users', t =>
  journey(t, 'users-microsoft-graph-client'),
)
