// What a request to the sign-in surface shows to prove something, and whose it says it is. Nothing is verified but by the seal.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Tenant } from '../state/tenant.ts'
import type { ClientSignIn, Interaction } from '../tokens/credentials.ts'
import { parseJws } from '../tokens/jws.ts'
import { readBasicCredentials } from './basic-credentials.ts'
import type { SignInServices } from './context.ts'
import type { RequestFields } from './request-fields.ts'
import { readSessions } from './sessions.ts'

export interface ShownCredential {
  /** Absent where nothing is shown yet, only whom it is about. */
  readonly kind?:
    | 'accessToken'
    | 'refreshToken'
    | 'authorizationCode'
    | 'deviceCode'
    | 'sessionCookie'
    | 'password'
    | 'clientSecret'
    | 'clientAssertion'
    | 'assertion'
    | undefined
  /** Follows from the credential, and cannot be used in its place. */
  readonly id?: string | undefined
  readonly tenantId?: string | undefined
  readonly userId?: string | undefined
  readonly clientId?: string | undefined
}

/**
 * That of the user rather than the client's own.
 * @param tenant where the path says which
 */
export function findShownCredential(
  request: FastifyRequest,
  fields: RequestFields,
  services: SignInServices,
  tenant: Tenant | undefined,
): ShownCredential | undefined {
  return (
    findGrant(fields, services) ??
    findInteraction(fields, services) ??
    findSession(request, services, tenant) ??
    findClientCredential(request, fields)
  )
}

function findGrant(
  { get, grantType }: RequestFields,
  { seal, state }: SignInServices,
): ShownCredential | undefined {
  const refreshToken = get('refresh_token')
  if (refreshToken !== undefined)
    return {
      ...ownerOf(seal.open('refreshToken', refreshToken)),
      kind: 'refreshToken',
      id: digest(refreshToken),
    }
  const code = get('code')
  if (code !== undefined) {
    const opened = seal.open('authorizationCode', code)
    const id = typeof opened === 'string' ? undefined : opened.codeId
    return { ...ownerOf(opened), kind: 'authorizationCode', id }
  }
  const deviceCode = get('device_code')
  if (deviceCode !== undefined) {
    const opened = seal.open('deviceCode', deviceCode)
    const device = typeof opened === 'string' ? undefined : opened
    const asked = device && state.tenants.get(device.tenantId)?.deviceSignIns.get(device.userCode)
    return {
      kind: 'deviceCode',
      id: digest(deviceCode),
      tenantId: device?.tenantId,
      userId: asked?.signIn?.userId,
      clientId: asked?.clientId,
    }
  }
  const assertion = get('assertion')
  if (assertion !== undefined) return readJwt('assertion', assertion)
  return grantType === 'password' ? { kind: 'password' } : undefined
}

function ownerOf(
  opened: ClientSignIn | string,
): Pick<ShownCredential, 'tenantId' | 'userId' | 'clientId'> {
  if (typeof opened === 'string') return {}
  const { tenantId, clientId, signIn } = opened
  return { tenantId, clientId, userId: signIn.userId }
}

/** Of the page that a form comes from, or of the device whose code it names. */
function findInteraction(
  { get }: RequestFields,
  { seal, state }: SignInServices,
): ShownCredential | undefined {
  const opened = seal.open('interaction', get('ctx') ?? '')
  if (typeof opened !== 'string') {
    const { tenantId, signIn, purpose } = opened
    const passwordKind = get('passwd') === undefined ? undefined : 'password'
    return {
      kind: signIn === undefined ? passwordKind : 'sessionCookie',
      id: signIn?.sessionId,
      tenantId,
      userId: signIn?.userId,
      clientId: clientOf(purpose),
    }
  }
  const userCode = get('otc')?.trim().toUpperCase()
  if (userCode === undefined) return undefined
  for (const { definition, deviceSignIns } of state.tenants.values()) {
    const asked = deviceSignIns.get(userCode)
    if (asked !== undefined) return { tenantId: definition.id, clientId: asked.clientId }
  }
  return undefined
}

function clientOf(purpose: Interaction['purpose']): string | undefined {
  return purpose.kind === 'device' ? purpose.clientId : purpose.parameters.client_id
}

/** The one last used, of the tenant where it is given. */
function findSession(
  { headers: { cookie } }: FastifyRequest,
  services: SignInServices,
  tenant: Tenant | undefined,
): ShownCredential | undefined {
  if (cookie === undefined) return undefined
  const session = readSessions({ ...services, headers: { cookie } }).find(
    ({ tenantId }) => tenant === undefined || tenantId === tenant.definition.id,
  )
  if (session === undefined) return undefined
  const { tenantId, signIn } = session
  return { kind: 'sessionCookie', id: signIn.sessionId, tenantId, userId: signIn.userId }
}

function findClientCredential(
  { headers }: FastifyRequest,
  { get }: RequestFields,
): ShownCredential | undefined {
  const assertion = get('client_assertion')
  if (assertion !== undefined)
    return { kind: 'clientAssertion', id: readJwt('clientAssertion', assertion).id }
  const hasSecret =
    get('client_secret') !== undefined || readBasicCredentials(headers.authorization) !== undefined
  return hasSecret ? { kind: 'clientSecret' } : undefined
}

/** As the token says of itself. */
function readJwt(kind: 'assertion' | 'clientAssertion', text: string): ShownCredential {
  const { uti, jti, oid, tid, idtyp } = parseJws(text)?.payload ?? {}
  return {
    kind,
    id: shortText(uti) ?? shortText(jti),
    tenantId: shortText(tid)?.toLowerCase(),
    userId: idtyp === 'app' ? undefined : shortText(oid),
  }
}

const LONGEST_ID = 64

/** An id; nothing in whose place a whole token could be put. */
function shortText(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.length <= LONGEST_ID ? claim : undefined
}

/** 22 base64url characters. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22)
}
