// Which Chromium the tests run in: CHROMIUM_PATH, else the one that `npx playwright install chromium` fetches, else the system's.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const { CHROMIUM_PATH } = process.env
const candidates = CHROMIUM_PATH
  ? [CHROMIUM_PATH]
  : [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome']

/** undefined where there is none */
export const executablePath = candidates.find(path => existsSync(path))
