// A user as stored: the properties of Microsoft Graph under their own names, and what only the double needs to know.
import type { components } from '../contract/generated.ts'
import type { ChangedProperty } from './directory-audits.ts'

type GraphUser = components['schemas']['user']

/** Graph's properties that are stored; the others follow from what else a tenant knows. */
export type UserProperties = Omit<
  Required<GraphUser>,
  | '@odata.context'
  | '@odata.type'
  | 'refreshTokensValidFromDateTime'
  | 'signInActivity'
  | 'signInSessionsValidFromDateTime'
>

export type PropertyName = keyof UserProperties

/**
 * A new account, nameless: what is not said of a user is as here. Has every member, so that each user is a copy of one shape; in one literal,
 * so that all of them are kept in the object itself, which is forty bytes a user less than beside it.
 */
const nameless = {
  id: '',
  userPrincipalName: '',
  displayName: '',
  mailNickname: '',
  createdDateTime: '',
  businessPhones: [],
  givenName: null,
  jobTitle: null,
  mail: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  accountEnabled: true,
  ageGroup: null,
  assignedLicenses: [],
  city: null,
  companyName: null,
  country: null,
  creationType: null,
  deletedDateTime: null,
  department: null,
  employeeId: null,
  externalUserState: null,
  identities: [],
  lastPasswordChangeDateTime: null,
  onPremisesImmutableId: null,
  onPremisesSyncEnabled: null,
  otherMails: [],
  passwordPolicies: null,
  passwordProfile: null,
  postalCode: null,
  proxyAddresses: [],
  state: null,
  streetAddress: null,
  usageLocation: null,
  userType: 'Member',
  rare: {},
  accountType: 'work',
  password: '',
  roles: [],
} satisfies Partial<UserProperties> & Record<OwnName, unknown> & { accountType: AccountType }

/** What the double keeps of a user beside the properties of Microsoft Graph. */
type OwnName = 'rare' | 'accountType' | 'password' | 'roles'

const ownNames: readonly string[] = [
  'rare',
  'accountType',
  'password',
  'roles',
] satisfies readonly OwnName[]

/** The properties that every user has a place for. */
type OrdinaryName = Exclude<keyof typeof nameless, OwnName>

const ordinaryNames: ReadonlySet<string> = new Set(
  Object.keys(nameless).filter(name => !ownNames.includes(name)),
)

export type RareName = Exclude<PropertyName, OrdinaryName>

/** The properties that few users have. */
export type RareProperties = Readonly<Partial<Pick<UserProperties, RareName>>>

/**
 * - `work`: a member of the tenant, or a guest when `userType` says so
 * - `b2cLocal`: a local account of an Azure AD B2C tenant
 * - `personal`: a personal Microsoft account; it is no object of the directory, so nobody but itself can reach it
 */
export type AccountType = 'work' | 'b2cLocal' | 'personal'

export type User = Readonly<Pick<UserProperties, OrdinaryName>> & {
  /** What is left out has no value: null, or an empty list. */
  readonly rare: RareProperties
  readonly accountType: AccountType
  readonly password: string
  /** Template ids of directory roles. */
  readonly roles: readonly string[]
}

export const newAccount: User = nameless

/** A user whose creation gives its time. */
export type NewUser = Omit<User, 'createdDateTime'>

/** Properties to be changed, with their new values; what is undefined stays as it is. */
export type UserPatch = { readonly [Name in PropertyName]?: UserProperties[Name] | undefined }

/** The user with other values in some properties. */
export function withChanges(user: User, patch: UserPatch): User {
  if (isOrdinaryPatch(patch)) return { ...user, ...patch }
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  const ordinary = Object.fromEntries(given.filter(([name]) => isOrdinary(name)))
  const others = Object.fromEntries(given.filter(([name]) => !isOrdinary(name)))
  return { ...user, ...ordinary, rare: withoutEmpty({ ...user.rare, ...others }) }
}

/** Whether a patch gives every user's properties alone, and a value to each. Most do, and then nothing has to be taken apart. */
function isOrdinaryPatch(patch: UserPatch): patch is Partial<Pick<User, OrdinaryName>> {
  return Object.entries(patch).every(([name, value]) => isOrdinary(name) && value !== undefined)
}

/** What another user principal name changes: the name, and the identity of that name. */
export function renaming(
  { identities, userPrincipalName: before }: User,
  userPrincipalName: string,
): UserPatch {
  const isOfName = ({ signInType, issuerAssignedId }: User['identities'][number]) =>
    signInType === 'userPrincipalName' && issuerAssignedId.toLowerCase() === before.toLowerCase()
  return {
    userPrincipalName,
    identities: identities.map(identity =>
      isOfName(identity) ? { ...identity, issuerAssignedId: userPrincipalName } : identity,
    ),
  }
}

/** The properties in which two states of a user differ. */
export function changedProperties(before: User, after: User): readonly ChangedProperty[] {
  const [old, now] = [storedProperties(before), storedProperties(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map(name => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}

function storedProperties({ rare, ...user }: User): ReadonlyMap<string, unknown> {
  const ordinary = Object.entries(user).filter(([name]) => isOrdinary(name))
  return new Map<string, unknown>([...ordinary, ...Object.entries(rare)])
}

function withoutEmpty(rare: RareProperties): RareProperties {
  const held = Object.entries(rare).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(held)
}

/** Whether every user has a place for the property; the others are in `rare`. */
export function isOrdinary(name: string): name is OrdinaryName {
  return ordinaryNames.has(name)
}

/**
 * What revoking reaches. `nothing`: guests sign in at their home tenant. `timestamp`: a B2C local account's instant moves, but its
 * credentials go on.
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export function reachOfRevocation(user: User): 'everything' | 'timestamp' | 'nothing' {
  if (user.userType === 'Guest') return 'nothing'
  return user.accountType === 'b2cLocal' ? 'timestamp' : 'everything'
}

/** The wire form of an instant: UTC, whole seconds. */
export function toDateTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
