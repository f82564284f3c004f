// What of a request's own texts is kept.
import t from 'tap'
import { safeId, safePath, safeSentence } from '../../src/journal/safe-text.ts'

const token = 'e'.repeat(101)

t.test('safePath', async t => {
  const cases = [
    ['/v1.0/me', '/v1.0/me'],
    ['/v1.0/me?$select=id', '/v1.0/me?$select=id'],
    ['/v1.0/me?access_token=secret', '/v1.0/me'],
    ['/v1.0/users?$top=2&code=secret&$count=true', '/v1.0/users?$top=2&$count=true'],
    ['/v1.0/users?%24top=2', '/v1.0/users?%24top=2'],
    [`/v1.0/users/${token}/photo`, '/v1.0/users/…/photo'],
    [`/v1.0/users?$filter=${token}`, '/v1.0/users?$filter=…'],
  ] as const
  for (const [url, kept] of cases) {
    t.test(`keeps ${kept} of ${url.slice(0, 60)}`, async t => {
      t.equal(safePath(url, 'withOptions'), kept)
    })
  }

  t.test('keeps no option where none is asked for', async t => {
    t.equal(safePath('/v1.0/me?$select=id', 'withoutQuery'), '/v1.0/me')
  })

  t.test('keeps no more than 200 characters', async t => {
    const kept = safePath(`/v1.0${'/abcdefghi'.repeat(40)}`, 'withoutQuery')
    t.equal(kept.length, 200)
    t.ok(kept.endsWith('…'))
  })
})

t.test('safeId', async t => {
  t.test('keeps an id', async t => {
    t.equal(safeId('0d5f8f0a-7c11-4f9c-9a52-6a3e4c0f8e57'), '0d5f8f0a-7c11-4f9c-9a52-6a3e4c0f8e57')
  })

  for (const [what, sent] of [
    ['a list', ['a']],
    ['nothing', ''],
    ['a sentence', 'a b'],
    ['what is long', 'a'.repeat(65)],
  ] as const) {
    t.test(`keeps nothing of ${what}`, async t => {
      t.equal(safeId(sent), undefined)
    })
  }
})

t.test('safeSentence', async t => {
  t.test('leaves out what could be a token', async t => {
    t.equal(safeSentence(`The scope '${token}' is unknown.`), "The scope '…' is unknown.")
  })

  t.test('keeps no more than 500 characters', async t => {
    t.equal(safeSentence('word '.repeat(200)).length, 500)
  })
})
