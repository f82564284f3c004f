import { defineConfig } from '@playwright/test'
import { executablePath } from './test/chromium.js'

const { PORT = '3000', TEST_WORKER_INDEX } = process.env
const origin = `http://localhost:${PORT}`

if (executablePath === undefined && TEST_WORKER_INDEX === undefined)
  console.warn(
    'Skipped, for there is no Chromium: npx playwright install chromium, or CHROMIUM_PATH=…',
  )

export default defineConfig({
  testDir: 'test',
  reporter: 'list',
  use: { baseURL: origin, launchOptions: { executablePath } },
  webServer: {
    command: `npm start -- --serve=localhost:${PORT} --log-level=warning`,
    url: origin,
  },
})
