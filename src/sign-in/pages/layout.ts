// The frame every page stands in.
import type { Html } from './html.ts'
import { html, verbatim } from './html.ts'
import type { Page } from './page.ts'
import { styles } from './styles.ts'

/** The whole document. */
export function documentOf(page: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page.title} – graph-understudy</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Ccircle cx='9.5' cy='12' r='6.5' fill='%2312786e'/%3E%3Ccircle cx='15' cy='12' r='6.5' fill='none' stroke='%23c98b2b' stroke-width='2'/%3E%3C/svg%3E">
${page.head}${verbatim('style', styles)}
</head>
<body>
<header>${mark}<span>graph-understudy</span></header>
<main>
<h1>${page.title}</h1>
${page.content}
</main>
<footer>graph-understudy: a local stand-in, not Microsoft. Nothing typed here leaves this machine.</footer>
${page.script === undefined ? undefined : verbatim('script', page.script)}
</body>
</html>
`
}

/** Two circles: the one on stage, and behind it the one who stands in. */
const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle class="solid" cx="9.5" cy="12" r="6.5"/><circle class="outline" cx="15" cy="12" r="6.5"/></svg>`
