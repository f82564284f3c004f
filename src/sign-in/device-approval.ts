// A device's sign-in, on its way through the pages of the person who approves it.

import type { SignIn } from '../state/sign-ins.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { Purpose } from '../tokens/credentials.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import type { PageOutput } from './page-output.ts'
import { pageOutput } from './page-output.ts'
import type { SigningIn } from './sign-in-pages.ts'

/** By the code that the device shows, as long as it is to be decided; undefined for any other. */
export function findDeviceSignIn(
  { state, clock }: SignInContext,
  userCode: string,
): SigningIn | undefined {
  for (const tenant of state.tenants.values()) {
    const asked = tenant.deviceSignIns.get(userCode)
    const client = asked && tenant.applications.find(asked.clientId)
    if (
      client === undefined ||
      asked?.status !== 'pending' ||
      nowIn(tenant, clock) >= asked.expiresAt
    )
      continue
    return { tenant, client, authority: { kind: 'tenant', tenant }, userCode }
  }
  return undefined
}

/** @throws SignInError when it has been decided, or has expired, in the meantime */
export function getDeviceTarget(
  context: SignInContext,
  { userCode }: Extract<Purpose, { kind: 'device' }>,
): SigningIn {
  const target = findDeviceSignIn(context, userCode)
  if (target === undefined) throw signInErrors.interactionLost()
  return target
}

/** @param signIn undefined when the person goes back without signing in */
export async function decideDevice(
  { log }: SignInContext,
  { tenant, client, userCode = '' }: SigningIn,
  signIn: SignIn | undefined,
  isApproved: boolean,
): Promise<PageOutput> {
  const decision = { tenantId: tenant.definition.id, userCode }
  const isDecided = await log.submit(
    'decideDeviceSignIn',
    isApproved && signIn !== undefined ? { ...decision, signIn } : decision,
  )
  if (!isDecided) throw signInErrors.interactionLost()
  return pageOutput(
    isApproved
      ? {
          kind: 'message',
          title: client.displayName,
          text: `You have signed in to ${client.displayName} on your device. You may now close this window.`,
        }
      : {
          kind: 'message',
          title: 'Sign-in declined',
          text: `${client.displayName} was not signed in on your device. You may now close this window.`,
        },
  )
}
