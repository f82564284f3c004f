// The cases of planned failures.
import { DOMAIN } from '../support/contoso.ts'
import type { Sent } from './cases.ts'
import { json } from './cases.ts'
import type { CasesOf } from './control-errors.ts'
import {
  apart,
  bodyErrors,
  commonErrors,
  keyErrors,
  tenantErrors,
  unreadableBodies,
} from './control-errors.ts'

const plan = json({ operationId: 'graph.users.get', status: 503 })
/** Its id is that of a failure that was planned before. */
const planned: Sent = { path: { fault: 'fault' } }

export const faultCases: CasesOf<'faults'> = {
  'control.faults.list': [
    { status: 200, when: 'there is one' },
    { status: 200, when: 'there are many', to: 'full' },
    { status: 200, when: 'the tenant is named', query: `?tenant=${DOMAIN}` },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
  ],
  'control.faults.create': [
    { status: 201, when: 'it is to be a status', ...apart, ...plan },
    {
      status: 201,
      when: 'much is said of it',
      ...apart,
      ...json({
        surface: 'signIn',
        user: 'adele',
        grantType: 'refresh_token',
        after: 1,
        times: 2,
        probability: 0.5,
        seed: 7,
        delayMilliseconds: { least: 1, most: 2 },
        connection: 'truncate',
      }),
    },
    ...commonErrors(plan),
    ...keyErrors(plan),
    ...tenantErrors(plan),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 400, when: 'it is to do nothing', ...json({ surface: 'graph' }) },
    { status: 400, when: 'it is to do both', ...json({ status: 503, connection: 'hang' }) },
    {
      status: 404,
      when: 'there is no such operation',
      ...json({ operationId: 'graph.user.get', status: 503 }),
    },
    { status: 404, when: 'there is no such user', ...json({ user: 'nobody', status: 503 }) },
    { status: 409, when: 'there are as many as are kept', to: 'full', ...plan },
  ],
  'control.faults.clear': [
    { status: 204, when: 'no tenant is named', ...apart },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
    ...unreadableBodies(),
    { status: 400, when: 'there is a body', ...json({}) },
  ],
  'control.faults.remove': [
    { status: 204, when: 'there is one of that id', ...planned },
    ...commonErrors(planned),
    ...keyErrors(planned),
    ...tenantErrors(planned),
    ...unreadableBodies(planned),
    { status: 400, when: 'there is a body', ...planned, ...json({}) },
    { status: 404, when: 'there is none of that id', path: { fault: 'none' } },
  ],
}
