// A web app that greets whoever is signed in. It knows nothing of its tests.
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node'
import { Client } from '@microsoft/microsoft-graph-client'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const scopes = ['User.Read']
const redirectUri = 'http://localhost:3000/auth/callback'
const cookieOptions = { httpOnly: true, sameSite: 'Lax' }

export function createApp({ tenantId, clientId, clientSecret }) {
  const authority = `https://login.microsoftonline.com/${tenantId}`
  const msal = new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority } })
  const accounts = new Map()
  const app = new Hono()

  app.get('/', async context => {
    const session = getCookie(context, 'session')
    const account = accounts.get(session)
    if (account === undefined) return context.redirect('/sign-in')
    try {
      const { accessToken } = await msal.acquireTokenSilent({ scopes, account })
      const graph = Client.init({ authProvider: done => done(null, accessToken) })
      const { displayName } = await graph.api('/me').get()
      return context.text(`Hello ${displayName}`)
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error
      accounts.delete(session)
      return context.redirect('/sign-in')
    }
  })

  app.get('/sign-in', async context => {
    const state = crypto.randomUUID()
    setCookie(context, 'state', state, cookieOptions)
    return context.redirect(await msal.getAuthCodeUrl({ scopes, redirectUri, state }))
  })

  app.get('/auth/callback', async context => {
    const answer = context.req.query()
    const request = { scopes, redirectUri, code: answer.code, state: getCookie(context, 'state') }
    const { account } = await msal.acquireTokenByCode(request, answer)
    const session = crypto.randomUUID()
    accounts.set(session, account)
    setCookie(context, 'session', session, cookieOptions)
    return context.redirect('/')
  })

  return app
}
