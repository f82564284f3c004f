// What the compiler must refuse in a handler, and what it must let pass. There is nothing to run: this file is tested by being compiled.
import type { Handler, Handlers } from '../../src/contract/operations.ts'
import { controlHandlers } from '../../src/control/handlers.ts'
import type { GraphContext } from '../../src/graph/context.ts'
import { graphHandlers } from '../../src/graph/handlers.ts'

type GraphHandlers = Handlers<'graph', GraphContext>

const user = { id: '6f1a9c3e-0b57-4d2a-9c41-3f5e8d7b1a01', displayName: 'Adele Vance' }
const innerError = { date: '2026-08-13T12:00:00', 'request-id': 'a', 'client-request-id': 'a' }
const error = { code: 'BadRequest', message: 'Resource not found.', innerError }

// What compiles: an answer at once or later, any status that is declared, headers of its own.

export const atOnce: Handler<'graph.users.get', unknown> = ({ path, query, headers }) =>
  path.userId === '' || query.$select === '' || headers['client-request-id'] === ''
    ? { status: 404, body: { error } }
    : { status: 200, body: user }

export const later: Handler<'graph.users.list', unknown> = async ({ query }) => ({
  status: 200,
  headers: { 'x-page-size': String((query.$top ?? 100) + 1) },
  body: { '@odata.context': 'https://graph.microsoft.com', value: query.$count ? [user] : [] },
})

export const withoutBody: Handler<'graph.me.revokeSignInSessions', unknown> = () => ({
  status: 204,
})

export const complete: GraphHandlers = { ...graphHandlers, 'graph.users.get': atOnce }

// The map of handlers.

const { 'graph.me.get': _, ...incomplete } = graphHandlers

// @ts-expect-error An operation has no handler.
export const missing: GraphHandlers = incomplete

export const superfluous: GraphHandlers = {
  ...graphHandlers,
  // @ts-expect-error The contract has no such operation.
  'graph.me.delete': withoutBody,
}

export const strange: GraphHandlers = {
  ...graphHandlers,
  // @ts-expect-error The operation belongs to another surface.
  'control.health.get': controlHandlers['control.health.get'],
}

export const mistaken: GraphHandlers = {
  ...graphHandlers,
  // @ts-expect-error The handler is another operation's, which has a path parameter.
  'graph.me.get': atOnce,
}

// What a handler is given.

export const wrongPathParameter: Handler<'graph.users.get', unknown> = ({ path }) => {
  // @ts-expect-error The path parameter is called userId.
  throw new Error(path.id)
}

export const wrongQueryType: Handler<'graph.users.list', unknown> = ({ query }) => {
  // @ts-expect-error $top is a number.
  throw new Error(query.$top)
}

export const undeclaredQuery: Handler<'graph.me.get', unknown> = ({ query }) => {
  // @ts-expect-error The operation takes no $filter.
  throw new Error(query.$filter)
}

export const wrongHeaderName: Handler<'graph.users.list', unknown> = ({ headers }) => {
  // @ts-expect-error Names of headers are in lower case.
  throw new Error(headers.ConsistencyLevel)
}

export const wrongBodyMember: Handler<'control.tokens.issue', unknown> = ({ body }) => {
  // @ts-expect-error The member is called user.
  throw new Error(body.userName)
}

export const bodyTakenForGranted: Handler<'graph.me.revokeSignInSessions', unknown> = input => {
  // @ts-expect-error The body may have been left out.
  throw new Error(input.body.constructor.name)
}

export const changedInput: Handler<'graph.users.get', unknown> = ({ path }) => {
  // @ts-expect-error A request is not altered.
  path.userId = user.id
  return { status: 200, body: user }
}

// What a handler answers.

export const undeclaredStatus: Handler<'graph.me.get', unknown> = () => ({
  // @ts-expect-error The status is not declared.
  status: 404,
  body: { error },
})

// @ts-expect-error The body belongs to another status.
export const wrongBody: Handler<'graph.me.get', unknown> = () => ({
  status: 200,
  body: { error },
})

// @ts-expect-error The body belongs to another status.
export const wrongBodyLater: Handler<'graph.me.get', unknown> = async () => ({
  status: 400,
  body: user,
})

// @ts-expect-error The status comes with a body.
export const missingBody: Handler<'graph.me.get', unknown> = () => ({ status: 200 })

// @ts-expect-error The status comes without a body.
export const superfluousBody: Handler<'control.state.reset', unknown> = () => ({
  status: 204,
  body: {},
})

// @ts-expect-error The body lacks its version.
export const missingMember: Handler<'control.health.get', unknown> = () => ({
  status: 200,
  body: { status: 'ok' },
})

// @ts-expect-error A display name is text.
export const wrongMember: Handler<'graph.me.get', unknown> = () => ({
  status: 200,
  body: { displayName: 7 },
})

// @ts-expect-error The one value it can have is ok.
export const wrongConstant: Handler<'control.health.get', unknown> = () => ({
  status: 200,
  body: { status: 'fine', version: '0.1.0' },
})

// @ts-expect-error The value is not one of the enumeration.
export const wrongEnum: Handler<'graph.me.get', unknown> = () => ({
  status: 200,
  body: { userType: 'Admin' },
})

export const planned: Handler<'graph.users.get', unknown> = () => ({
  // @ts-expect-error Only failures that were planned may have any status.
  status: 503,
  body: { error },
})

export const byDefault: Handler<'graph.users.get', unknown> = () => ({
  // @ts-expect-error The default response is no status.
  status: 'default',
  body: { error },
})
