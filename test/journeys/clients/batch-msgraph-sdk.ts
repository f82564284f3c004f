// @microsoft/msgraph-sdk (Kiota): the batches of its core, which carry no headers and hence write nothing.
import type { TokenCredential } from '@azure/identity'
import { ClientSecretCredential } from '@azure/identity'
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure'
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js'
import { BatchRequestContent, BatchRequestContentCollection } from '@microsoft/msgraph-sdk-core'
import '@microsoft/msgraph-sdk-users'
import t from 'tap'
import { passwordCredential, settings } from '../../support/azure-identity.ts'
import { clients, TENANT_ID } from '../../support/contoso.ts'
import { CROWD } from '../../support/crowd.ts'
import { admin, graphUrl, rejection } from '../../support/journey-client.ts'
import { crowd, PER_BATCH } from '../../support/journey-crowd.ts'

const errors = { XXX: createODataErrorFromDiscriminatorValue }

function adapterOf(credential: TokenCredential): GraphRequestAdapter {
  const hosts = new Set(['localhost'])
  const provider = new AzureIdentityAuthenticationProvider(credential, undefined, undefined, hosts)
  const adapter = new GraphRequestAdapter(provider)
  adapter.baseUrl = graphUrl
  return adapter
}

t.test('@microsoft/msgraph-sdk', async t => {
  t.test('reads 1,000 users in 50 batches', async t => {
    const daemon = new ClientSecretCredential(TENANT_ID, clients.daemon, 'daemon-secret', settings)
    const adapter = adapterOf(daemon)
    const { users } = createGraphServiceClient(adapter)
    const collection = new BatchRequestContentCollection(adapter, errors, PER_BATCH)
    for (const user of crowd)
      collection.addBatchRequest(users.byUserId(user).toGetRequestInformation(), user)
    const answers = await collection.postAsync()
    const statuses = (await answers?.getResponsesStatusCodes()) ?? new Map<string, number>()
    t.same([...statuses.keys()], crowd)
    t.equal([...statuses.values()].filter(status => status === 200).length, CROWD)
  })

  t.test('is told of each part by itself', async t => {
    const adapter = adapterOf(passwordCredential(admin))
    const { me, users } = createGraphServiceClient(adapter)
    const content = new BatchRequestContent(adapter, errors)
    const own = content.addBatchRequest(me.toGetRequestInformation())
    const other = content.addBatchRequest(users.byUserId('nobody').toGetRequestInformation())
    const answers = await content.postAsync()
    t.equal(answers?.getResponseById(own.id)?.status, 200)
    t.equal(answers?.getResponseById(other.id)?.status, 403)
  })

  t.test('is refused whatever writes, for it leaves out the headers', async t => {
    const adapter = adapterOf(passwordCredential(admin))
    const { me } = createGraphServiceClient(adapter)
    const content = new BatchRequestContent(adapter, errors)
    content.addBatchRequest(me.revokeSignInSessions.toPostRequestInformation(), 'mine')
    t.match(await rejection(content.postAsync()), {
      responseStatusCode: 400,
      message: 'Write request id : mine does not contain Content-Type header or body.',
    })
  })
})
