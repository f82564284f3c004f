// What every page of the sign-in surface holds, whatever it shows.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import type { Markup, Tag } from '../support/markup.ts'
import { shapeOf, textOf } from '../support/markup.ts'
import { everyView, pageOf, stringsOf, viewsOf } from './page-views.ts'

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    '" autofocus onfocus="alert(1)',
    '</title></style></textarea><svg/onload=alert(1)>',
    '<!--',
    '&quot;&#60;b&#62;&lt',
    'javascript:alert("1")',
    '1;url=data:text/html,<b>',
    '`{{7*7}}\u0000\r\n\u2028\u202e',
  ),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.stringMatching(/^[<>"'&=/ a-c]{1,12}$/),
)

t.test('A page', async t => {
  t.test('takes no markup from any string', async () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 20, maxLength: 60 }), strings => {
        const tame = strings.map(text => 'x'.repeat(text.length))
        const shapes = viewsOf(inTurn(tame)).map(view => shapeOf(pageOf(view)))
        return viewsOf(inTurn(strings)).every((view, index) =>
          isDeepStrictEqual(shapeOf(pageOf(view)), shapes[index]),
        )
      }),
    )
  })

  t.test('shows every string, and each of them whole', async () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 20, maxLength: 60 }), strings =>
        viewsOf(inTurn(strings)).every(view => {
          const { texts, tags } = pageOf(view)
          const read = [...texts, ...tags.flatMap(tag => Object.values(tag.attributes))]
          return stringsOf(view).every(text => read.some(part => part.includes(text)))
        }),
      ),
    )
  })

  t.test('says its step in the title and in one heading, within landmarks', async t => {
    for (const view of everyView) {
      const page = pageOf(view)
      const count = (name: string) => page.tags.filter(tag => tag.name === name).length
      for (const name of ['title', 'h1', 'header', 'main', 'footer']) t.equal(count(name), 1, name)
      t.match(page.tags.find(tag => tag.name === 'html')?.attributes, { lang: 'en' })
      t.match(textOf(page), /^ (.+) – graph-understudy .*graph-understudy \1 /)
      t.match(textOf(page), /a local stand-in, not Microsoft\. Nothing typed here leaves this mac/)
    }
  })

  t.test('gives every field a label, and every id once', async t => {
    for (const view of everyView) {
      const page = pageOf(view)
      const ids = page.tags.flatMap(({ attributes }) => attributes.id ?? [])
      t.equal(new Set(ids).size, ids.length)
      for (const field of page.tags.filter(isField)) t.ok(isLabelled(page, field))
      for (const { attributes } of page.tags)
        for (const named of [attributes['aria-describedby'], attributes['aria-labelledby']])
          if (named !== undefined) t.ok(ids.includes(named), named)
    }
  })
})

function inTurn(strings: readonly string[]): () => string {
  let taken = 0
  return () => strings[taken++ % strings.length] ?? ''
}

function isField({ name, attributes }: Tag): boolean {
  return name === 'input' && attributes.type !== 'hidden' && attributes.type !== 'submit'
}

/** By `for`, or by standing first within the label. */
function isLabelled({ tags }: Markup, field: Tag): boolean {
  const within = tags[tags.indexOf(field) - 1]?.name === 'label'
  const id = field.attributes.id
  return within || tags.some(({ name, attributes }) => name === 'label' && attributes.for === id)
}
