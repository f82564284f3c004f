// Shows a customer's orders, which a service of our own keeps, under the name that Microsoft Graph knows.
import { InteractionRequiredAuthError } from '@azure/msal-node'

const scopes = ['User.Read']

/** @returns what the page shows: `{ customer, orders }`, or `{ signIn: true }` when the customer has to sign in again */
export async function showOrders(msal, account) {
  try {
    const { accessToken } = await msal.acquireTokenSilent({ scopes, account })
    const me = await read('https://graph.microsoft.com/v1.0/me', accessToken)
    const orders = await read(`https://orders.example.com/customers/${me.id}/orders`)
    return { customer: me.displayName, orders }
  } catch (error) {
    if (error instanceof InteractionRequiredAuthError) return { signIn: true }
    throw error
  }
}

async function read(url, token) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}.`)
  return response.json()
}
