// Who sends a request to the sign-in surface, as far as it can be read off before anything of it is checked: for planned failures, which
// are narrowed by it, and for the record of requests. Nothing here decides what anybody may do.

import type { FastifyRequest } from 'fastify'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { findAccount } from '../state/tenant-users.ts'
import { decodeLoginHint } from '../tokens/id-token.ts'
import { findAuthority, findClient } from './authorities.ts'
import type { SignInServices } from './context.ts'
import type { RequestFields } from './request-fields.ts'
import { readFields } from './request-fields.ts'
import type { ShownCredential } from './shown-credential.ts'
import { findShownCredential } from './shown-credential.ts'

/** Each part is left out where the request does not say it, or says what is not known here. */
export interface Identity {
  /** That of the path; for common and the like that of the client or of the credential; the default one for the rest. */
  readonly tenant?: Tenant
  /** Its appId. */
  readonly client?: string
  /** The user principal name. */
  readonly user?: string
  /** Of requests to the token endpoint. */
  readonly grantType?: string
  readonly credential?: {
    readonly kind: NonNullable<ShownCredential['kind']>
    /** Follows from the credential and is of no use to sign in with. */
    readonly id?: string
  }
}

/** Never throws, whatever was sent. */
export function identify(request: FastifyRequest, services: SignInServices): Identity {
  const fields = readFields(request)
  const { state } = services
  const named = tenantOfPath(request, state)
  if (named === 'unknown') return {}
  const shown = findShownCredential(request, fields, services, named)
  const client = (fields.clientId ?? shown?.clientId)?.toLowerCase()
  const tenant =
    named ??
    findClient(state.tenants.values(), client ?? '')?.tenant ??
    state.findTenant(shown?.tenantId) ??
    tenantOfName(state, fields.userName) ??
    state.findTenant()
  if (tenant === undefined) return {}
  const user = userOf(state, tenant, fields, shown)
  return {
    tenant,
    ...(isAppId(client) && { client }),
    ...(user !== undefined && { user }),
    ...(fields.grantType !== undefined && { grantType: fields.grantType }),
    ...(shown?.kind !== undefined && {
      credential: { kind: shown.kind, ...(shown.id !== undefined && { id: shown.id }) },
    }),
  }
}

/** Undefined where the path leaves it open. */
export function tenantOfPath(
  { params }: FastifyRequest,
  state: State,
): Tenant | 'unknown' | undefined {
  if (typeof params !== 'object' || params === null || !('authorityTenant' in params))
    return undefined
  const authority = findAuthority(state, String(params.authorityTenant))
  if (authority === undefined) return 'unknown'
  return authority.kind === 'tenant' ? authority.tenant : undefined
}

function tenantOfName(state: State, userName = ''): Tenant | undefined {
  const domain = userName.split('@')[1]
  return domain ? state.findTenant(domain) : undefined
}

/** Only somebody who is there: what people type into a name's field is not always a name. */
function userOf(
  state: State,
  tenant: Tenant,
  { userName }: RequestFields,
  shown: ShownCredential | undefined,
): string | undefined {
  const user = userName
    ? findAccount(tenant, decodeLoginHint(userName))
    : shown?.userId && (state.findTenant(shown.tenantId) ?? tenant).users.find(shown.userId)
  return user ? user.userPrincipalName : undefined
}

/** Any other text that is shown as a client's id may be anything. */
function isAppId(client: string | undefined): client is string {
  return client !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(client)
}
