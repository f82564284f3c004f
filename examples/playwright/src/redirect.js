// The redirect URI: hands what the sign-in answered to the page that asked.
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

await broadcastResponseToMainFrame()
