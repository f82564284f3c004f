// The cases of clocks and snapshots.
import { DOMAIN } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, tooLongForPrism } from './cases.ts'
import type { CasesOf } from './control-errors.ts'
import {
  apart,
  bodyErrors,
  commonErrors,
  keyErrors,
  tenantErrors,
  unreadableBodies,
} from './control-errors.ts'

const advance = json({ advanceSeconds: 60 })

export const clockCases: CasesOf<'clock'> = {
  'control.clock.get': [
    { status: 200, when: 'no tenant is named' },
    { status: 200, when: 'the tenant is named', query: `?tenant=${DOMAIN}` },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
  ],
  'control.clock.update': [
    { status: 200, when: 'it is to be advanced', ...apart, ...advance },
    {
      status: 200,
      when: 'it is to stand still',
      ...apart,
      ...json({ now: '2026-08-13T12:00:00.5+02:00', frozen: true }),
    },
    ...commonErrors(advance),
    ...keyErrors(advance),
    ...tenantErrors(advance),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 400, when: 'nothing is asked for', ...json({}) },
    { status: 400, when: 'the instant is none', ...json({ now: 'noon' }) },
    { status: 400, when: 'the instant is out of range', ...json({ now: '1969-12-31T23:59:59Z' }) },
  ],
  'control.clock.reset': [
    { status: 204, when: 'no tenant is named', ...apart },
    ...commonErrors(),
    ...keyErrors(),
    ...tenantErrors(),
    ...unreadableBodies(),
    { status: 400, when: 'there is a body', ...json({}) },
  ],
}

const kept: Sent = { path: { snapshot: 'kept' } }
const unknown: Sent = { path: { snapshot: 'kpet' } }
const misnamed: Case = { status: 400, when: 'the name is none', path: { snapshot: '-' } }
const named = json({ name: 'one' })
const document: Sent = {
  headers: { 'content-type': 'application/json' },
  body: tokens => tokens.get('snapshot') ?? '',
}
const changedDocument = json({
  format: 'graph-understudy snapshot',
  formatVersion: 1,
  takenAt: '2026-08-13T12:00:00.250Z',
  digest: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  contents: {},
})

export const snapshotCases: CasesOf<'snapshots'> = {
  'control.snapshots.list': [
    { status: 200, when: 'there are some' },
    { status: 200, when: 'there are many', to: 'full' },
    ...commonErrors(),
    ...keyErrors(),
  ],
  'control.snapshots.create': [
    { status: 201, when: 'it is to be of all tenants', ...named },
    { status: 201, when: 'it is to be of one', ...json({ name: 'two', tenant: DOMAIN }) },
    ...commonErrors(named),
    ...keyErrors(named),
    ...bodyErrors(),
    { status: 400, when: 'there is no body' },
    { status: 400, when: 'the name is none', ...json({ name: '../etc' }) },
    { status: 404, when: 'there is no such tenant', ...json({ name: 'one', tenant: 'fabrikam' }) },
    { status: 409, when: 'there are as many as are kept', to: 'full', ...named },
  ],
  'control.snapshots.get': [
    { status: 200, when: 'there is one of that name', ...kept },
    ...commonErrors(kept),
    ...keyErrors(kept),
    misnamed,
    { status: 404, when: 'there is none of that name', ...unknown },
  ],
  'control.snapshots.put': [
    { status: 201, when: 'it is as it was downloaded', ...apart, ...kept, ...document },
    ...commonErrors({ ...kept, ...document }),
    ...keyErrors({ ...kept, ...document }),
    ...bodyErrors(kept).filter(({ status }) => status !== 413),
    { status: 400, when: 'there is no body', ...kept },
    { status: 400, when: 'it was changed', ...kept, ...changedDocument },
    { ...misnamed, ...document },
    {
      status: 409,
      when: 'there are as many as are kept',
      to: 'full',
      path: { snapshot: 'one' },
      ...document,
    },
    {
      status: 413,
      when: 'the body is large',
      ...kept,
      headers: { 'content-type': 'application/json' },
      body: () => JSON.stringify({ padding: 'x'.repeat(64 * 1024 * 1024) }),
      notThroughProxy: tooLongForPrism,
    },
  ],
  'control.snapshots.remove': [
    { status: 204, when: 'there is one of that name', path: { snapshot: 'removable' } },
    ...commonErrors(kept),
    ...keyErrors(kept),
    ...unreadableBodies(kept),
    misnamed,
    { status: 400, when: 'there is a body', ...kept, ...json({}) },
    { status: 404, when: 'there is none of that name', ...unknown },
  ],
  'control.snapshots.restore': [
    { status: 204, when: 'nothing more is said', to: 'full', path: { snapshot: 'any-1' } },
    {
      status: 204,
      when: 'the clock is to be kept',
      to: 'full',
      path: { snapshot: 'any-1' },
      ...json({ clock: 'keep' }),
    },
    ...commonErrors(kept),
    ...keyErrors(kept),
    ...bodyErrors(kept),
    misnamed,
    { status: 404, when: 'there is none of that name', ...unknown },
    { status: 409, when: 'its domain is taken', to: 'full', path: { snapshot: 'homeless' } },
  ],
}
