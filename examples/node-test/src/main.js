// Starts the app: TENANT_ID=… CLIENT_ID=… CLIENT_SECRET=… npm start
import { serve } from '@hono/node-server'
import { createApp } from './app.js'

const { TENANT_ID: tenantId, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret } = process.env
serve({ fetch: createApp({ tenantId, clientId, clientSecret }).fetch, port: 3000 })
