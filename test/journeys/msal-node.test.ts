// @azure/msal-node 7, unmodified, against a double on a port.
import t from 'tap'
import { journey } from '../support/journey.ts'

// They wait more than they work.
t.jobs = 4

const programs = {
  'signs people in': 'msal-node-sign-in',
  'signs people in on a device': 'msal-node-device-code',
  'gets tokens for servers': 'msal-node-confidential',
  'notices a revocation, and recovers': 'msal-node-revocation',
}

for (const [what, program] of Object.entries(programs))
  t.test(`@azure/msal-node ${what}`, { buffered: true }, t => journey(t, program))
