// @azure/msal-node, unmodified: what it does about each kind of planned failure.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@azure/msal-node and failures', t => journey(t, 'faults-msal-node'))
