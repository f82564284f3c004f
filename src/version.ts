// The version of the program, which is that of its contract.
import { readAsset } from './assets.ts'

export function version(): string {
  const contract: { readonly info: { readonly version: string } } = JSON.parse(
    readAsset('openapi.json'),
  )
  return contract.info.version
}
