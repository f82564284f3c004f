// The double against its contract: Microsoft Graph in beta.
import t from 'tap'
import { testConformance } from './conformance.ts'

t.test('the double', t => testConformance(t, path => path.startsWith('/beta/')))
