// The cases of the record of requests: the list, and the stream of events.
import { clients, DOMAIN } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { query } from './cases.ts'
import type { CasesOf } from './control-errors.ts'
import { apart, commonErrors, keyErrors, tenantErrors, unreadableBodies } from './control-errors.ts'

/** Nobody is there to read a stream that does not end. */
const ending: Sent = query({ waitSeconds: '0' })

const unknownNames: readonly Case[] = [
  { status: 404, when: 'there is no such operation', ...query({ operationId: 'graph.me.gett' }) },
  { status: 404, when: 'there is no such user', ...query({ user: 'nobody' }) },
  { status: 404, when: 'there is no such client', ...query({ client: 'nothing' }) },
]

const unreadableQueries: readonly Case[] = [
  { status: 400, when: 'the surface is unknown', ...query({ surface: 'control' }) },
  { status: 400, when: 'the status is no number', ...query({ status: 'ok' }) },
  { status: 400, when: 'the wait is no number', ...query({ waitSeconds: 'long' }) },
]

export const journalCases: CasesOf<'requests'> & CasesOf<'events'> = {
  'control.requests.list': [
    { status: 200, when: 'nothing is asked for' },
    { status: 200, when: 'the tenant is named', ...query({ tenant: DOMAIN, limit: '10' }) },
    {
      status: 200,
      when: 'everything is asked for',
      ...query({
        operationId: 'graph.me.get',
        surface: 'graph',
        user: 'adele',
        client: clients.spa,
        status: '401',
        errorCode: 'InvalidAuthenticationToken',
        since: '2026-08-13T12:00:00Z',
        after: '3',
      }),
    },
    { status: 408, when: 'none comes', ...query({ waitSeconds: '0', status: '418' }) },
    {
      status: 408,
      when: 'none comes and many are kept',
      ...query({ waitSeconds: '0', count: '9999' }),
    },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
    ...unknownNames,
    ...unreadableQueries,
    { status: 400, when: 'the instant is none', ...query({ since: 'yesterday' }) },
    { status: 400, when: 'nothing is waited for', ...query({ count: '2' }) },
  ],
  'control.requests.clear': [
    { status: 204, when: 'no tenant is named', ...apart },
    { status: 204, when: 'the tenant is named', ...apart, query: `?tenant=${DOMAIN}` },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
    {
      status: 400,
      when: 'there is a body',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    },
    ...unreadableBodies(),
  ],
  'control.events.stream': [
    { status: 200, when: 'it is to end at once', ...ending },
    {
      status: 200,
      when: 'it goes on where it was broken off',
      ...ending,
      headers: { 'last-event-id': '0' },
    },
    ...commonErrors(ending),
    ...keyErrors(ending),
    ...tenantErrors(),
    ...unknownNames,
    ...unreadableQueries,
    { status: 400, when: 'the id is none', ...ending, headers: { 'last-event-id': 'first' } },
  ],
}
