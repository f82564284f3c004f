// The double against its contract: Microsoft Graph in beta.
import t from 'tap'
import { onePerStatus, testConformance } from './conformance.ts'

// The proxy is one and the same for both versions, and v1.0 goes through it whole.
t.test('the double', t => testConformance(t, path => path.startsWith('/beta/'), onePerStatus))
