// Answers are checked as they are about to be sent: anything the contract does not declare is a fault, and nothing is repaired.
import fc from 'fast-check'
import t from 'tap'
import type { OperationId } from '../../src/contract/document.ts'
import type { Answer } from '../../src/contract/responses.ts'
import { AnswerChecks } from '../../src/contract/responses.ts'
import { getOperation, loadedValidators } from '../support/contract.ts'

const validators = await loadedValidators()
const checks = new AnswerChecks(validators, true)

const id = '3f1c0d5e-2a6b-4c7d-8e9f-0a1b2c3d4e5f'
const common = {
  'request-id': id,
  'client-request-id': 'anything',
  'x-ms-ags-diagnostic': '{}',
  'x-ms-resource-unit': '1',
  'cache-control': 'no-cache',
}
const type = { 'content-type': 'application/json' }
const user = { '@odata.context': 'https://graph.microsoft.com/v1.0', id, displayName: null }
const error = {
  code: 'BadRequest',
  message: 'No.',
  innerError: { date: '2026-08-13T12:00:00', 'request-id': id, 'client-request-id': 'anything' },
}

/** An answer of `graph.me.get` that is right, changed in one place. */
function answer(changes: Partial<Answer>, headers: Record<string, string> = {}): Answer {
  return {
    status: 200,
    headers: { ...common, 'odata-version': '4.0', ...type, ...headers },
    body: user,
    ...changes,
  }
}

function without(name: string): Partial<Answer> {
  const { [name]: _, ...headers } = answer({}).headers
  return { headers }
}

/** What the check says; undefined when it lets the answer pass. */
function faultOf(operationId: OperationId, given: Answer): string | undefined {
  return checks.violationOf(getOperation(operationId), given)?.message
}

t.test('AnswerChecks', async t => {
  t.test('lets pass what is declared', async t => {
    const passing: readonly (readonly [OperationId, Answer])[] = [
      ['graph.me.get', answer({})],
      ['graph.me.get', answer({}, { 'content-type': 'application/json;charset=utf-8' })],
      ['graph.me.get', answer({}, { 'x-undeclared': 'and allowed' })],
      ['graph.me.get', answer({ status: 400, body: { error } })],
      ['graph.me.revokeSignInSessions', { status: 204, headers: common }],
      ['control.state.reset', { status: 204, headers: {} }],
      ['control.health.get', { status: 200, headers: type, body: { status: 'ok', version: '1' } }],
    ]
    for (const [operationId, given] of passing) t.equal(faultOf(operationId, given), undefined)
  })

  t.test(
    'lets pass any status of a failure that was planned, where others are declared',
    async t => {
      const throttled = answer({
        status: 429,
        isPlanned: true,
        body: {
          error: {
            code: 'TooManyRequests',
            innerError: {
              code: '429',
              date: '2026-08-13T12:00:00',
              message: 'Please retry after',
              'request-id': id,
              status: '429',
            },
            message: 'Please retry again later.',
          },
        },
      })
      t.equal(faultOf('graph.me.get', throttled), undefined)
      t.match(faultOf('graph.me.get', { ...throttled, isPlanned: false }), /is not declared/)
      t.match(faultOf('graph.me.get', { ...throttled, body: { error: 'No.' } }), /body/)
      const delayed = { ...throttled, headers: { ...throttled.headers, 'retry-after': 'soon' } }
      t.match(faultOf('graph.me.get', delayed), /the header retry-after/)
      t.match(faultOf('control.health.get', throttled), /is not declared/)
      const refused = answer({ status: 400, isPlanned: true, body: { error: 'No.' } })
      t.match(faultOf('graph.me.get', refused), /body/, 'a declared one is as it is declared')
    },
  )

  const faults: readonly (readonly [string, OperationId, Answer, string])[] = [
    ['an undeclared status', 'graph.me.get', answer({ status: 404 }), 'the status is not declared'],
    ['the status 0', 'graph.me.get', answer({ status: 0 }), 'the status is not declared'],
    [
      'a missing header',
      'graph.me.get',
      answer(without('odata-version')),
      'the header odata-version is missing',
    ],
    [
      'a header of another value',
      'graph.me.get',
      answer({}, { 'cache-control': 'public' }),
      'the header cache-control must be "no-cache"',
    ],
    [
      'a header of another format',
      'graph.me.get',
      answer({}, { 'request-id': '1' }),
      'the header request-id must match format "uuid"',
    ],
    [
      'no content type',
      'graph.me.get',
      answer(without('content-type')),
      'it has a body of a media type that is not declared',
    ],
    [
      'another content type',
      'graph.me.get',
      answer({}, { 'content-type': 'application/problem+json' }),
      'it has a body of a media type that is not declared',
    ],
    [
      'a content type that only starts like the declared one',
      'graph.me.get',
      answer({}, { 'content-type': 'application/jsonp' }),
      'it has a body of a media type that is not declared',
    ],
    ['no body', 'graph.me.get', answer({ body: undefined }), 'body must be object'],
    [
      'neither content type nor body',
      'graph.me.get',
      answer({ ...without('content-type'), body: undefined }),
      'it has no body',
    ],
    [
      'a body where none is declared',
      'control.state.reset',
      { status: 204, headers: type, body: {} },
      'it has a body of a media type that is not declared',
    ],
    [
      'a member that is not declared',
      'graph.me.get',
      answer({ body: { ...user, shoeSize: 44 } }),
      'body/shoeSize is not a member the contract knows here',
    ],
    [
      'a member of another type',
      'graph.me.get',
      answer({ body: { ...user, accountEnabled: 'true' } }),
      'body/accountEnabled must be boolean',
    ],
    [
      'a member outside its enumeration',
      'graph.me.get',
      answer({ body: { ...user, userType: 'Admin' } }),
      'body/userType must be one of: Member, Guest, null',
    ],
    [
      'a missing member',
      'graph.me.get',
      answer({ status: 400, body: {} }),
      'body/error is required',
    ],
  ]
  for (const [name, operationId, given, reason] of faults) {
    t.test(`refuses ${name}`, async t => {
      t.equal(
        faultOf(operationId, given),
        `${operationId} answered ${given.status}, which breaks the contract: ${reason}.`,
      )
    })
  }

  t.test('alters neither an answer it lets pass nor one it refuses', async t => {
    const property = fc.property(
      fc.constantFrom(200, 400, 418),
      fc.dictionary(fc.constantFrom(...Object.keys(answer({}).headers)), fc.string()),
      fc.oneof(fc.constant(user), fc.jsonValue()),
      (status, headers, body) => {
        const given = answer({ status, body }, headers)
        const before = JSON.stringify(given)
        faultOf('graph.me.get', given)
        return given.body === body && JSON.stringify(given) === before
      },
    )
    t.doesNotThrow(() => fc.assert(property))
  })

  t.test('lets everything pass when it is switched off', async t => {
    const off = new AnswerChecks(validators, false)
    for (const [name, operationId, given] of faults) {
      t.equal(off.violationOf(getOperation(operationId), given), undefined, name)
    }
  })
})
