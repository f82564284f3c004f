// The double against its contract: Microsoft Graph in v1.0.
import t from 'tap'
import { testConformance } from './conformance.ts'

t.test('the double', t => testConformance(t, path => path.startsWith('/v1.0/')))
