// The cases of the conformance suite are complete.
import t from 'tap'
import { operations } from '../support/contract.ts'
import { tooLongForPrism } from './cases.ts'
import { cases } from './exchanges.ts'

t.test('the exchanges', async t => {
  t.test('provoke every status that each operation declares, and no other', async t => {
    for (const { id, responses } of operations) {
      // What Prism can pass on, and what it never can.
      const counted = cases[id].filter(
        ({ status, notThroughProxy }) =>
          status === 302 || notThroughProxy === undefined || notThroughProxy === tooLongForPrism,
      )
      const provoked = new Set(counted.map(({ status }) => status))
      t.same([...provoked].sort(), [...responses.keys()].sort(), id)
    }
  })
})
