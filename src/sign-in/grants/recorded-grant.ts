// Grants, with what the sign-in log keeps of them.
import type { SignInEventType, SignInProtocol } from '../../state/sign-in-log.ts'
import type { Authority } from '../authorities.ts'
import { findClient } from '../authorities.ts'
import type { SignInContext } from '../context.ts'
import { SignInError } from '../errors.ts'
import { recordSignIn } from '../sign-in-log.ts'
import type { Grant, GrantRequest, GrantResponse } from './grant.ts'

interface Kind {
  readonly eventType: SignInEventType
  readonly protocol: SignInProtocol
  /** Whether it ends a sign-in that was recorded when the person signed in, so that only its failure is news. */
  readonly isSecondStep?: boolean
}

const ofClient: Kind = { eventType: 'nonInteractiveUser', protocol: 'oAuth2' }
const device: Kind = { ...ofClient, protocol: 'deviceCode', isSecondStep: true }

const kinds: Readonly<Record<string, Kind>> = {
  authorization_code: { ...ofClient, isSecondStep: true },
  client_credentials: { eventType: 'servicePrincipal', protocol: 'oAuth2' },
  // The person's own password was given, if to the client.
  password: { eventType: 'interactiveUser', protocol: 'ropc' },
  device_code: device,
  'urn:ietf:params:oauth:grant-type:device_code': device,
}

/** What the grant answers; a refusal is recorded where it is known whose it is. */
export async function answerRecorded(grant: Grant, request: GrantRequest): Promise<GrantResponse> {
  try {
    const response = await grant(request)
    if (kindOf(request).isSecondStep !== true) await record(request)
    return response
  } catch (error) {
    if (error instanceof SignInError) await record(request, error)
    throw error
  }
}

/** A client that did not prove who it is, where it asked on its own account. */
export async function recordRefusedClient(
  context: SignInContext,
  authority: Authority,
  fields: GrantRequest['fields'],
  refusal: SignInError,
): Promise<void> {
  const kind = kinds[fields.grant_type]
  if (kind?.eventType !== 'servicePrincipal' || authority.kind !== 'tenant') return
  const found = findClient([authority.tenant], fields.client_id ?? '')
  if (found === undefined) return
  await recordSignIn(context, { ...found, ...kind, user: undefined }, refusal)
}

function kindOf({ fields }: GrantRequest): Kind {
  return kinds[fields.grant_type] ?? ofClient
}

async function record(request: GrantRequest, refusal?: SignInError): Promise<void> {
  const { context, tenant, client } = request
  const { eventType, protocol } = kindOf(request)
  const { user, resource } = context.seen
  if (user === undefined && eventType !== 'servicePrincipal') return
  await recordSignIn(context, { tenant, client, eventType, protocol, user, resource }, refusal)
}
