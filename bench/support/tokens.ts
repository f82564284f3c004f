// Access tokens from the server that is measured.
import { exchange } from './http.ts'

export interface TokenWish {
  readonly user: string
  readonly scopes: readonly string[]
  readonly capabilities?: readonly string[]
}

export async function issueToken(origin: string, wish: TokenWish): Promise<string> {
  const { status, text } = await exchange(origin, {
    method: 'POST',
    path: '/_understudy/tokens',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  if (status !== 201) throw new Error(`No token was issued: ${status} ${text}`)
  const { access_token: token }: { access_token: string } = JSON.parse(text)
  return token
}
