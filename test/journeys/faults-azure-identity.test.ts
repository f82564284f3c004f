// @azure/azure-identity, unmodified: what it does about each kind of planned failure.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@azure/azure-identity and failures', t => journey(t, 'faults-azure-identity'))
