// The redirect URI: hands what the sign-in answered to the page that asked, whether this is a popup, a hidden frame or a redirect.
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

await broadcastResponseToMainFrame()
