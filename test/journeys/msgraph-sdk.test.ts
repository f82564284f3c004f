// @microsoft/msgraph-sdk, unmodified, against a double on a port.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/msgraph-sdk', t => journey(t, 'msgraph-sdk'))
