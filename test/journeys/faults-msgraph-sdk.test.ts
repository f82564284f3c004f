// @microsoft/msgraph-sdk, unmodified: what it does about each kind of planned failure.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/msgraph-sdk and failures', t => journey(t, 'faults-msgraph-sdk'))
