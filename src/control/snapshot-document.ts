// A snapshot as a file: with the keys that the credentials of its time were made with, and a digest that holds it together.
import { createHash } from 'node:crypto'
import type { components } from '../contract/generated.ts'
import type { Snapshot } from '../state/snapshots.ts'
import { restoreTenant } from '../state/tenant.ts'
import { importSealKey } from '../tokens/seal.ts'
import type { ExportedSigningKey } from '../tokens/signing-keys.ts'
import { importSigningKey } from '../tokens/signing-keys.ts'
import type { ControlContext } from './context.ts'
import { toInstant } from './instants.ts'
import { Problem } from './problem.ts'

export type SnapshotDocument = components['schemas']['snapshotDocument']

interface Contents {
  readonly snapshot: Snapshot
  readonly signingKeys: readonly ExportedSigningKey[]
  readonly sealKeys: readonly string[]
}

export async function toSnapshotDocument(
  snapshot: Snapshot,
  { issuer, seal }: ControlContext,
): Promise<SnapshotDocument> {
  await issuer.keys.ready()
  const contents: Contents = {
    snapshot,
    signingKeys: issuer.keys.export(),
    sealKeys: seal.exportKeys(),
  }
  const text = JSON.stringify(contents)
  return {
    format: 'graph-understudy snapshot',
    formatVersion: 1,
    takenAt: toInstant(snapshot.taken.at),
    digest: digestOf(text),
    contents: JSON.parse(text),
  }
}

/**
 * The snapshot in a file; its keys are accepted from now on, and what is issued from now on comes after everything that it remembers.
 * @throws Problem 400 when the file is not as it was downloaded; then nothing has changed
 */
export function openSnapshotDocument(
  { digest, contents }: SnapshotDocument,
  { issuer, seal, log }: ControlContext,
): Snapshot {
  const text = JSON.stringify(contents)
  if (digestOf(text) !== digest)
    throw spoilt('/digest', 'is not that of the contents: they were changed since the download')
  const { snapshot, signingKeys, sealKeys } = readContents(text)
  issuer.keys.accept(signingKeys)
  seal.accept(sealKeys)
  log.skipTo(snapshot.taken.position)
  issuer.ids.stir(`${snapshot.taken.position}`)
  return snapshot
}

/** @throws Problem 400 */
function readContents(text: string) {
  try {
    // Written by `toSnapshotDocument`, as the digest shows.
    const { snapshot, signingKeys, sealKeys }: Contents = JSON.parse(text)
    for (const { contents } of snapshot.tenants) restoreTenant(contents)
    for (const number of [snapshot.taken.position, snapshot.taken.at])
      if (!Number.isSafeInteger(number)) throw new TypeError('The snapshot has no place in a log.')
    return {
      snapshot,
      signingKeys: signingKeys.map(importSigningKey),
      sealKeys: sealKeys.map(importSealKey),
    }
  } catch {
    throw spoilt('/contents', 'are not those of a snapshot')
  }
}

function spoilt(pointer: string, detail: string): Problem {
  const errors = [{ in: 'body' as const, pointer, detail }]
  return new Problem(400, 'This is no snapshot that was downloaded from graph-understudy.', {
    errors,
  })
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
