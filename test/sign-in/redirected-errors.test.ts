// How an error reaches the client at its redirect URI.
import t from 'tap'
import { Browser } from '../support/form-browser.ts'
import { authorizeFields, authorizeUrl, postForm, web } from '../support/sign-in.ts'
import { destinationOf, isRedirectedError } from '../support/sign-in-errors.ts'
import { NOON, understudyAtNoon } from '../support/understudy.ts'

const OTHER_ID = '11111111-2222-4333-8444-555555555555'
const now = NOON.getTime()
const scopeMissing = {
  number: 900144,
  error: 'invalid_request',
  sentence: "The request body must contain the following parameter: 'scope'.",
}

t.test('An error that the client is told', async t => {
  const told = { now, correlationId: OTHER_ID, state: 'a b&c=d#é"<>' }
  const parameters = { scope: '', state: told.state, 'client-request-id': OTHER_ID }
  const destinations = {
    query: 'http://localhost:3000/auth/callback?',
    fragment: 'http://localhost:3000/auth/callback#',
    form_post: 'http://localhost:3000/auth/callback',
  }
  for (const [mode, destination] of Object.entries(destinations)) {
    t.test(`travels by ${mode}, with the state as it was sent`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const url = authorizeUrl(web, { ...parameters, response_mode: mode })
      const page = await new Browser(understudy).open(url)
      t.equal(page.status, mode === 'form_post' ? 200 : 302)
      t.equal(destinationOf(page), destination)
      isRedirectedError(t, page, scopeMissing, told)
    })
  }

  t.test('travels in the fragment where a token would have', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = authorizeUrl(web, { ...parameters, response_type: 'id_token' })
    const page = await new Browser(understudy).open(url)
    t.equal(destinationOf(page), destinations.fragment)
    isRedirectedError(t, page, scopeMissing, told)
  })

  t.test('is told without a state to a client that sent none', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = authorizeUrl(web, { scope: '' })
    const page = await new Browser(understudy).open(url)
    isRedirectedError(t, page, scopeMissing, { now, correlationId: undefined, state: undefined })
  })

  t.test('is told in the same way when the request came in a form', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = authorizeUrl(web).split('?', 1)[0] ?? ''
    const { status, headers } = await postForm(understudy, url, authorizeFields(web, parameters))
    t.equal(status, 302)
    t.match(
      headers.get('location'),
      `${destinations.query}error=invalid_request&error_description=`,
    )
  })
})
