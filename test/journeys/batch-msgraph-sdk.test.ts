// Batches of @microsoft/msgraph-sdk, unmodified, against a double on a port with a thousand made-up users.
import t from 'tap'
import { CROWD } from '../support/crowd.ts'
import { journey } from '../support/journey.ts'

t.test('@microsoft/msgraph-sdk', t => journey(t, 'batch-msgraph-sdk', { generateUsers: CROWD }))
