// One tenant, as a test holds it: its data, and everything that can be done with it.
import type { components } from '../contract/generated.ts'
import type { ControlClient } from './control-client.ts'
import { Controls } from './controls.ts'

export type TenantView = components['schemas']['tenant']
export type TenantUser = TenantView['users'][number]
export type TenantApplication = TenantView['applications'][number]

/** A world of its own: what is done in one tenant is not seen in another. With `await using`, it is removed at the end of the block. */
export class TestTenant extends Controls implements AsyncDisposable {
  readonly id: string
  readonly displayName: string
  /** The initial domain. */
  readonly domain: string
  /** What a client is given as its authority. */
  readonly authority: string
  /** With their passwords. */
  readonly users: readonly TenantUser[]
  /** With their secrets. */
  readonly applications: readonly TenantApplication[]
  readonly #client: ControlClient

  constructor(client: ControlClient, view: TenantView) {
    super(client, view.id)
    this.#client = client
    this.id = view.id
    this.displayName = view.displayName
    this.domain = view.domain
    this.authority = view.authority
    this.users = view.users
    this.applications = view.applications
  }

  /**
   * The user as the fixture has it.
   * @param name id, user principal name, or the part of it before the @
   * @throws TypeError naming those there are
   */
  user(name: string): TenantUser {
    const wanted = name.toLowerCase()
    const found = this.users.find(
      ({ id, userPrincipalName }) =>
        id === wanted ||
        userPrincipalName.toLowerCase() === wanted ||
        userPrincipalName.toLowerCase() === `${wanted}@${this.domain}`,
    )
    if (found !== undefined) return found
    const known = this.users.map(({ userPrincipalName }) => userPrincipalName)
    throw new TypeError(`There is no user '${name}'. There are: ${known.join(', ')}.`)
  }

  /**
   * The application as the fixture has it.
   * @param name its display name or appId; or `spa`, `web`, `daemon` or `device` for the first of that type
   * @throws TypeError naming those there are
   */
  application(name: string): TenantApplication {
    const wanted = name.toLowerCase()
    const found =
      this.applications.find(
        ({ appId, displayName }) => appId === wanted || displayName.toLowerCase() === wanted,
      ) ?? this.applications.find(({ type }) => type === wanted)
    if (found !== undefined) return found
    const known = this.applications.map(({ displayName, type }) => `${displayName} (${type})`)
    throw new TypeError(`There is no application '${name}'. There are: ${known.join(', ')}.`)
  }

  /** Removes it, and all that is in it. */
  async remove(): Promise<void> {
    await this.#client.call('control.tenants.remove', { path: { tenant: this.id } })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remove()
  }
}
