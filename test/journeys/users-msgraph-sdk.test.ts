// @microsoft/msgraph-sdk, unmodified, against a double on a port: writing users.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/msgraph-sdk writes users', t => journey(t, 'users-msgraph-sdk'))
