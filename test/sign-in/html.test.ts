// The template that pages are made of: what it escapes, and what it refuses.
import fc from 'fast-check'
import t from 'tap'
import { inert, isWebAddress } from '../../src/sign-in/pages/address.ts'
import { attributes, html } from '../../src/sign-in/pages/html.ts'

const HOSTILE = `"><script>'&amp;`
const ESCAPED = '&quot;&gt;&lt;script&gt;&#39;&amp;amp;'

t.test('The template html', async t => {
  t.test('escapes what stands in text and in an attribute', async t => {
    t.equal(
      html`<p title="${HOSTILE}">${HOSTILE}</p>`.toString(),
      `<p title="${ESCAPED}">${ESCAPED}</p>`,
    )
  })

  t.test('keeps markup that it has made itself, alone and in a list', async t => {
    const item = html`<li>${'<'}</li>`
    t.equal(
      html`<ul>${item}${[item, item]}</ul>`.toString(),
      `<ul>${'<li>&lt;</li>'.repeat(3)}</ul>`,
    )
  })

  t.test('writes numbers, and nothing for what is not there', async t => {
    t.equal(html`<p>${0}${undefined}</p>`.toString(), '<p>0</p>')
  })

  t.test('refuses a string as the name or the bare value of an attribute', async t => {
    t.throws(() => html`<p ${'onclick'}="1">`, TypeError)
    t.throws(() => html`<p title=${'a onclick=b'}>`, TypeError)
    t.throws(() => html`<p title='${"'"}'>`, TypeError)
    t.throws(() => html`<${'script'}>`, TypeError)
  })

  t.test('refuses markup inside an attribute, and attributes outside a tag', async t => {
    t.throws(() => html`<p title="${html`<b>`}">`, TypeError)
    t.throws(() => html`<p title="${attributes({ hidden: true })}">`, TypeError)
    t.throws(() => html`<p>${attributes({ hidden: true })}</p>`, TypeError)
  })

  t.test('refuses to end inside a tag or an attribute', async t => {
    t.throws(() => html`<p`, TypeError)
    t.throws(() => html`<p title="`, TypeError)
  })

  t.test('takes attributes that are set, and leaves the others out', async t => {
    const given = attributes({ name: HOSTILE, autofocus: true, hidden: false, title: undefined })
    t.equal(html`<input${given}>`.toString(), `<input name="${ESCAPED}" autofocus>`)
  })

  t.test('lets no address run as a script', async t => {
    const link = 'javascript:alert(1)'
    t.equal(html`<a href="${link}">a</a>`.toString(), `<a href="unsafe:${link}">a</a>`)
    t.equal(
      html`<form action="${link}"></form>`.toString(),
      `<form action="unsafe:${link}"></form>`,
    )
    t.equal(html`<iframe${attributes({ src: link })}>`.toString(), `<iframe src="unsafe:${link}">`)
    t.equal(html`<b title="${link}">`.toString(), `<b title="${link}">`)
  })
})

t.test('An address', async t => {
  t.test('stays as it is when it leads somewhere', async t => {
    for (const address of [
      'https://a.example/b?c#d',
      '/here',
      'msauth.app://auth',
      'com.app:/x',
      '',
    ])
      t.equal(inert(address), address)
  })

  t.test('leads nowhere when a browser would run it, however it is written', async t => {
    const blank = fc.constantFrom('', ' ', '\t', '\n', '\r', '\u0000', '\u001f')
    const scheme = fc.constantFrom(
      'javascript:',
      'JavaScript:',
      'java\tscript:',
      'data:',
      'VBSCRIPT:',
    )
    const written = fc.tuple(blank, blank, scheme, fc.string()).map(parts => parts.join(''))
    fc.assert(
      fc.property(written, address => {
        const read = inert(address)
        return !URL.canParse(read) || !/^(javascript|data|vbscript):$/.test(new URL(read).protocol)
      }),
    )
    t.equal(inert(' java\nscript:alert(1)'), 'unsafe: java\nscript:alert(1)')
  })

  t.test('is of the web when it has a scheme of the web', async t => {
    t.ok(isWebAddress('http://localhost:3000/out'))
    t.ok(isWebAddress('https://app.contoso.com'))
    for (const other of ['', '/out', 'javascript:1', 'msauth.app://out', 'http:// a', 'xhttp://a'])
      t.notOk(isWebAddress(other), other)
  })
})
