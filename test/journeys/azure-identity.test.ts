// @azure/identity 4, unmodified, against a double on a port.
import t from 'tap'
import { journey } from '../support/journey.ts'

t.jobs = 2

t.test('@azure/identity signs people in', { buffered: true }, t =>
  journey(t, 'azure-identity-people'),
)
t.test('@azure/identity gets tokens for servers', { buffered: true }, t =>
  journey(t, 'azure-identity-servers'),
)
