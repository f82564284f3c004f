// A browser for journeys: Chromium without a window, with a profile of its own, gone when the test ends.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { Test } from 'tap'

const { CHROMIUM_PATH } = process.env
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const executablePath = (CHROMIUM_PATH ? [CHROMIUM_PATH] : USUAL_PATHS).find(path =>
  existsSync(path),
)

/** For tests that need a browser: `t.test(title, inBrowser, …)` skips them where there is none, and says what to do. */
export const inBrowser = {
  skip:
    executablePath === undefined &&
    'There is no Chromium here. Install one (apt-get install chromium) or name it: CHROMIUM_PATH=/path/to/chrome',
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const LONGEST_WAIT_MILLISECONDS = 20_000

export interface BrowserOptions {
  /** Whether a hidden frame of another site gets its cookies. True when left out, whatever the distribution prefers. */
  readonly thirdPartyCookies?: boolean
  /** True when left out. */
  readonly scripts?: boolean
  /** In CSS pixels; 900 × 800 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** `light` when left out. */
  readonly colorScheme?: 'light' | 'dark'
  /** Besides those that keep it quiet. */
  readonly args?: readonly string[]
}

export interface TestBrowser {
  readonly context: BrowserContext
  /** Its first tab. */
  readonly page: Page
  /** What went wrong on any page: refusals by a content security policy, uncaught errors and the like. */
  readonly complaints: readonly string[]
}

/** A browser of its own, as if on another machine: it shares no cookies with those opened before. */
export async function browserFor(t: Test, options: BrowserOptions = {}): Promise<TestBrowser> {
  const {
    thirdPartyCookies = true,
    scripts = true,
    viewport = { width: 900, height: 800 },
  } = options
  const profile = await mkdtemp(join(tmpdir(), 'graph-understudy-browser-'))
  t.teardown(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Preferences'), preferences(thirdPartyCookies))
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    args: [...QUIET, ...(options.args ?? [])],
    ignoreHTTPSErrors: true,
    javaScriptEnabled: scripts,
    viewport,
    colorScheme: options.colorScheme ?? 'light',
  })
  t.teardown(() => context.close())
  context.setDefaultTimeout(LONGEST_WAIT_MILLISECONDS)
  const [page = await context.newPage()] = context.pages()
  return { context, page, complaints: collectComplaints(context) }
}

/** What is set under "Third-party cookies" in Chromium's settings. */
function preferences(thirdPartyCookies: boolean): string {
  return JSON.stringify({
    profile: {
      block_third_party_cookies: !thirdPartyCookies,
      cookie_controls_mode: thirdPartyCookies ? 0 : 1,
    },
  })
}

/** An answer that is an error is nothing to complain about: Chromium reports each of them, meant or not. */
function collectComplaints(context: BrowserContext): readonly string[] {
  const complaints: string[] = []
  context.on('weberror', error => complaints.push(String(error.error())))
  context.on('console', message => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    complaints.push(`${message.location().url}: ${message.text()}`)
  })
  return complaints
}
