// @microsoft/microsoft-graph-client, unmodified, against a double on a port with a thousand made-up users: pages, changes, memberships, errors.
import t from 'tap'
import { CROWD } from '../support/crowd.ts'
import { journey } from '../support/journey.ts'

t.test('@microsoft/microsoft-graph-client reads the directory', t =>
  journey(t, 'directory-microsoft-graph-client', { generateUsers: CROWD }),
)
