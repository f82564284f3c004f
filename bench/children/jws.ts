// Signs and verifies one and the same access token with our own file and with jose, a slice of time each.
import { jwtVerify, SignJWT } from 'jose'
import { parseJws, signRs256, verifyRs256 } from '../../src/tokens/jws.ts'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import { createUnderstudy } from '../../src/understudy.ts'
import { answerParent } from './answering.ts'

/** Times per second. */
export interface JwsFigures {
  readonly ownSign: number
  readonly joseSign: number
  readonly ownVerify: number
  readonly joseVerify: number
}

const SLICE_MILLISECONDS = 500

const signingKeys = new SigningKeys()
const { publicKey, privateKey, kid } = await signingKeys.ready()
const understudy = await createUnderstudy({ signingKeys })
const { access_token: token } = await understudy.issueToken({ user: 'adele' })
const payload = parseJws(token)?.payload
if (payload === undefined) throw new Error('The token cannot be read.')
const header = { typ: 'JWT', alg: 'RS256', kid }

answerParent(
  async (): Promise<JwsFigures> => ({
    ownSign: await timesPerSecond(() => signRs256(header, payload, privateKey)),
    joseSign: await timesPerSecond(() =>
      new SignJWT(payload).setProtectedHeader(header).sign(privateKey),
    ),
    ownVerify: await timesPerSecond(ownVerify),
    joseVerify: await timesPerSecond(() => jwtVerify(token, publicKey, { algorithms: ['RS256'] })),
  }),
)

function ownVerify(): void {
  const jws = parseJws(token)
  if (jws === undefined || !verifyRs256(jws, publicKey)) throw new Error('It does not verify.')
}

async function timesPerSecond(work: () => unknown): Promise<number> {
  const started = performance.now()
  let times = 0
  let elapsed = 0
  while (elapsed < SLICE_MILLISECONDS) {
    const result = work()
    if (result instanceof Promise) await result
    times += 1
    elapsed = performance.now() - started
  }
  return (times / elapsed) * 1000
}
