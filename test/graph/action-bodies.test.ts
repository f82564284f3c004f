// The bodies with which an action may be called: none, an empty one, or an object without members.
import t from 'tap'
import type { ExpectedError } from '../support/graph-errors.ts'
import { errors, isError } from '../support/graph-errors.ts'
import type { Reply } from '../support/understudy.ts'
import { tokenFor, understudyAtNoon } from '../support/understudy.ts'

interface Body {
  readonly title: string
  readonly text: string
  /** None is sent when left out. */
  readonly type?: string
}

const JSON_TYPE = 'application/json'

const accepted: readonly Body[] = [
  { title: 'an empty body', text: '' },
  { title: 'an empty body that says it is JSON', text: '', type: JSON_TYPE },
  {
    title: 'an empty body that says it is a form',
    text: '',
    type: 'application/x-www-form-urlencoded',
  },
  { title: 'white space alone', text: ' \r\n', type: JSON_TYPE },
  { title: 'an object without members', text: '{}', type: JSON_TYPE },
  { title: 'a charset beside the type', text: '{}', type: 'application/json; charset=utf-8' },
  { title: 'the parameters of OData', text: '{}', type: 'application/json;odata.metadata=minimal' },
  { title: 'the type in another case', text: '{}', type: 'Application/JSON' },
]

const refused: readonly (Body & { readonly error: ExpectedError })[] = [
  { title: 'half an object', text: '{', type: JSON_TYPE, error: errors.payload },
  { title: 'text after the object', text: '{} {}', type: JSON_TYPE, error: errors.payload },
  { title: 'an array', text: '[]', type: JSON_TYPE, error: errors.payload },
  { title: 'null', text: 'null', type: JSON_TYPE, error: errors.payload },
  { title: 'a string', text: '"{}"', type: JSON_TYPE, error: errors.payload },
  { title: 'a number', text: '0', type: JSON_TYPE, error: errors.payload },
  {
    title: 'a poisoned prototype',
    text: '{"__proto__":{}}',
    type: JSON_TYPE,
    error: errors.payload,
  },
  { title: 'JSON that says it is text', text: '{}', type: 'text/plain', error: errors.payload },
  { title: 'JSON that says nothing', text: '{}', error: errors.payload },
  { title: 'a type that is none', text: '{}', type: 'json', error: errors.payload },
  {
    title: 'another kind of JSON',
    text: '{}',
    type: 'application/json-patch+json',
    error: errors.payload,
  },
  {
    title: 'a form',
    text: 'a=1',
    type: 'application/x-www-form-urlencoded',
    error: errors.payload,
  },
  {
    title: 'a parameter, of which there are none',
    text: '{"force":true}',
    type: JSON_TYPE,
    error: errors.values,
  },
]

t.test('the body of an action', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  const addresses = [
    'https://graph.microsoft.com/v1.0/me/revokeSignInSessions',
    'https://graph.microsoft.com/v1.0/users/adele@contoso.onmicrosoft.com/revokeSignInSessions',
    'https://graph.microsoft.com/beta/me/invalidateAllRefreshTokens',
    'https://graph.microsoft.com/beta/users/adele@contoso.onmicrosoft.com/invalidateAllRefreshTokens',
  ]

  async function post(address: string, { text, type }: Body): Promise<Reply> {
    const response = await understudy.fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(type !== undefined && { 'content-type': type }),
      },
      // Bytes, because a string would bring a type of its own along.
      body: new TextEncoder().encode(text),
    })
    const answer = await response.text()
    const { status, headers } = response
    return { status, headers, text: answer, json: JSON.parse(answer) }
  }

  for (const body of accepted) {
    t.test(`may be ${body.title}`, async t => {
      for (const address of addresses)
        t.match(await post(address, body), { status: 200, json: { value: true } })
    })
  }

  for (const body of refused) {
    t.test(`may not be ${body.title}`, async t => {
      for (const address of addresses) isError(t, await post(address, body), body.error)
    })
  }

  t.test('changes nothing where it is refused', async t => {
    const users = 'https://graph.microsoft.com/v1.0/users/alex@contoso.onmicrosoft.com'
    for (const body of refused) await post(`${users}/revokeSignInSessions`, body)
    const reader = await tokenFor(understudy, { user: 'reader', scopes: ['User.Read.All'] })
    const response = await understudy.fetch(`${users}?$select=signInSessionsValidFromDateTime`, {
      headers: { authorization: `Bearer ${reader}` },
    })
    t.match(await response.json(), { signInSessionsValidFromDateTime: '2024-01-22T09:35:00Z' })
  })

  t.test('may not be larger than the double reads', async t => {
    const body = { title: '', text: `{"x":"${'x'.repeat(1_048_576)}"}`, type: JSON_TYPE }
    for (const address of addresses)
      t.match(await post(address, body), { status: 413, json: { error: { code: 'BadRequest' } } })
  })
})
