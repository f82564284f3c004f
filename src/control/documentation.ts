// The contract as a page for people, at /_understudy/docs. Its libraries are loaded by the first visit, into a server of their own.
import type { FastifyInstance } from 'fastify'

export interface DocumentationOptions {
  /** The contract as JSON. */
  readonly contractText: string
  /** Makes a server without routes. */
  readonly createBareServer: () => FastifyInstance
}

export const DOCUMENTATION_PATH = '/_understudy/docs'

export function serveDocumentation(app: FastifyInstance, options: DocumentationOptions): void {
  let pending: Promise<FastifyInstance> | undefined
  const visit = () => {
    pending ??= createDocumentation(options)
    return pending
  }
  for (const url of [DOCUMENTATION_PATH, `${DOCUMENTATION_PATH}/*`]) {
    app.get(url, async (request, reply) => {
      const documentation = await visit()
      reply.hijack()
      documentation.routing(request.raw, reply.raw)
    })
  }
}

async function createDocumentation({
  contractText,
  createBareServer,
}: DocumentationOptions): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ])
  const app = createBareServer()
  await app.register(swagger, {
    mode: 'static',
    specification: { document: JSON.parse(servedHere(contractText)) },
  })
  await app.register(swaggerUi, {
    routePrefix: DOCUMENTATION_PATH,
    staticCSP: true,
    // Under any other name than localhost it would make the browser ask for the page's parts by https.
    transformStaticCSP: policy => policy.replace(/;?\s*upgrade-insecure-requests/, ''),
    theme: {
      title: 'graph-understudy',
      css: [{ filename: 'page.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    uiConfig: {
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      displayOperationId: true,
      validatorUrl: null,
    },
  })
  await app.ready()
  return app
}

/** The page's "Try it out" is to reach the double, not the service whose address the contract gives. */
function servedHere(contractText: string): string {
  return contractText.replaceAll('"url":"https://graph.microsoft.com/', '"url":"/')
}
