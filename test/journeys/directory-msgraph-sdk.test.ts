// @microsoft/msgraph-sdk, unmodified, against a double on a port with a thousand made-up users: pages, changes, memberships, errors.
import t from 'tap'
import { CROWD } from '../support/crowd.ts'
import { journey } from '../support/journey.ts'

t.test('@microsoft/msgraph-sdk reads the directory', t =>
  journey(t, 'directory-msgraph-sdk', { generateUsers: CROWD }),
)
