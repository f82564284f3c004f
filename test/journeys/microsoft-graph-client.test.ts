// @microsoft/microsoft-graph-client 3, unmodified, against a double on a port.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.test('@microsoft/microsoft-graph-client', t => journey(t, 'microsoft-graph-client'))
