// What a surface makes of a credential, as the contract has it.
import type { components } from '../contract/generated.ts'
import type { Verdict } from '../tokens/verdict.ts'
import { toInstant } from './instants.ts'

type SurfaceVerdict = components['schemas']['surfaceVerdict']

export function toSurfaceVerdict(
  surface: SurfaceVerdict['surface'],
  { accepted, check, reason, issuedAt, validFrom, takesEffectAt }: Verdict,
): SurfaceVerdict {
  return {
    surface,
    accepted,
    check,
    reason,
    ...(issuedAt !== undefined && { issuedAt: toInstant(issuedAt) }),
    ...(validFrom !== undefined && { validFrom: toInstant(validFrom) }),
    ...(takesEffectAt !== undefined && { takesEffectAt: toInstant(takesEffectAt) }),
  }
}
