// What a page may load and run, who may hold it in a frame, and where its forms may lead.
import { createHash } from 'node:crypto'
import t from 'tap'
import { renderPage } from '../../src/sign-in/pages/render.ts'
import type { PageView } from '../../src/sign-in/pages/view.ts'
import { parseMarkup } from '../support/markup.ts'
import { everyView, examples } from './page-views.ts'

const { signedOut } = examples

t.test('The policy of a page', async t => {
  t.test('runs no script, but for the form that submits itself', async t => {
    for (const view of everyView) {
      const { html, contentSecurityPolicy } = renderPage(view)
      const scripts = parseMarkup(html).tags.filter(({ name }) => name === 'script')
      t.equal(scripts.length, view.kind === 'formPost' ? 1 : 0)
      t.equal(contentSecurityPolicy.includes('script-src'), view.kind === 'formPost')
    }
  })

  t.test('allows what the page carries, and nothing else', async t => {
    for (const view of everyView) {
      const { html, contentSecurityPolicy } = renderPage(view)
      const hashes = parseMarkup(html).sources.map(
        source => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
      )
      t.same(contentSecurityPolicy.match(/'sha256-[^']+'/g), hashes)
      t.match(contentSecurityPolicy, /^default-src 'none'; style-src '.*; base-uri 'none'/)
      t.notMatch(contentSecurityPolicy, /unsafe|\*/)
    }
  })

  t.test('leaves a form free only where it ends at the client', async t => {
    const destinations = Object.values(examples).map(view => [
      view.kind,
      directive(view, 'form-action'),
    ])
    t.same(Object.fromEntries(destinations), {
      account: undefined,
      password: undefined,
      staySignedIn: undefined,
      consent: undefined,
      deviceCode: "'self'",
      deviceConfirm: "'self'",
      message: "'none'",
      signedOut: "'none'",
      error: "'none'",
      formPost: undefined,
    })
  })

  t.test('lets a frame hold only what a silent sign-in meets', async t => {
    for (const view of Object.values(examples)) {
      const isMet = view.kind === 'formPost' || view.kind === 'error'
      t.equal(directive(view, 'frame-ancestors'), isMet ? undefined : "'none'")
    }
  })

  t.test('names the origins of the frames, once each', async t => {
    const frontChannelUrls = [...signedOut.frontChannelUrls, 'http://localhost:3000/other']
    const sources = 'http://localhost:3000 https://app.contoso.com'
    t.equal(directive({ ...signedOut, frontChannelUrls }, 'frame-src'), sources)
    t.equal(directive({ ...signedOut, frontChannelUrls: [] }, 'frame-src'), undefined)
  })

  t.test('names the scheme alone where it cannot write the host', async t => {
    const frontChannelUrls = ['http://[::1]:3000/out', "https://a;script-src'x'/out"]
    t.equal(directive({ ...signedOut, frontChannelUrls }, 'frame-src'), 'http: https:')
  })
})

function directive(view: PageView, name: string): string | undefined {
  const found = renderPage(view)
    .contentSecurityPolicy.split('; ')
    .find(part => part.startsWith(`${name} `))
  return found?.slice(name.length + 1)
}
