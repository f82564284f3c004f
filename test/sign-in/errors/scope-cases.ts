// Resources and permissions that cannot be asked for.
import { daemon, device, spa, web } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { asItself, ask, askDevice, authorize } from './requests.ts'

const twoResources = 'User.Read api://orders/read'
const severalResources = {
  number: 28000,
  error: 'invalid_request',
  sentence: `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${twoResources} is not valid.`,
}
const noResource = (name: string) => ({
  number: 500011,
  error: 'invalid_resource',
  sentence: `The resource principal named ${name} was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
})

export const scopeCases = {
  tooManyResources: [
    {
      ...severalResources,
      as: 'JSON',
      when: 'a device asks for two resources',
      send: double => askDevice(double, { ...device.fields, scope: twoResources }),
    },
    {
      ...severalResources,
      as: 'a redirect',
      when: '/authorize is asked for two resources',
      send: double => authorize(double, device, { scope: twoResources }),
    },
  ],
  scopeInvalid: [
    {
      number: 70011,
      error: 'invalid_scope',
      sentence:
        "The provided value for the input parameter 'scope' is not valid. The scope User.Read .default is not valid.",
      as: 'JSON',
      when: 'names stand beside .default',
      send: double => askDevice(double, { ...device.fields, scope: 'User.Read .default' }),
    },
    {
      number: 70011,
      error: 'invalid_scope',
      sentence:
        "The provided value for the input parameter 'scope' is not valid. The scope a/.default b/.default is not valid.",
      as: 'JSON',
      when: 'a client asks for itself with two scopes',
      send: double => ask(double, daemon, { ...asItself, scope: 'a/.default b/.default' }),
    },
  ],
  scopeNotDefault: [
    {
      number: 1002012,
      error: 'invalid_scope',
      sentence:
        'The provided value for scope User.Read is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
      hasUri: false,
      as: 'JSON',
      when: 'a client asks for itself by the name of a permission',
      send: double => ask(double, daemon, { ...asItself, scope: 'User.Read' }),
    },
  ],
  scopeUnknown: [
    {
      number: 650053,
      error: 'invalid_client',
      sentence: `The application 'Single-page app' asked for scope 'Orders.Eat' that doesn't exist on the resource '${web.appId}'. Contact the app vendor.`,
      as: 'a redirect',
      when: 'the resource has no such permission',
      send: double => authorize(double, spa, { scope: `api://${web.appId}/Orders.Eat` }),
    },
  ],
  resourceNotFound: [
    {
      ...noResource('api://nobody'),
      as: 'JSON',
      when: 'a client asks for itself',
      send: double => ask(double, daemon, { ...asItself, scope: 'api://nobody/.default' }),
    },
    {
      ...noResource('api://nobody'),
      as: 'JSON',
      when: 'a device asks',
      send: double => askDevice(double, { ...device.fields, scope: 'api://nobody/read' }),
    },
    {
      ...noResource('https://nobody.example'),
      as: 'a redirect',
      when: '/authorize is asked',
      send: double => authorize(double, device, { scope: 'https://nobody.example/read' }),
    },
  ],
} satisfies Partial<ErrorCases>
