// The double against its contract: sign-in, control and OpenID Connect at Graph.
import t from 'tap'
import { testConformance } from './conformance.ts'

t.test('the double', t => testConformance(t, path => !/^\/(v1\.0|beta)\//.test(path)))
