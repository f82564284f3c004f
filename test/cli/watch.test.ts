// --watch: the program says what has become of its fixtures while it runs.
import { once } from 'node:events'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import t from 'tap'
import { runProgram, startProgram } from '../support/program.ts'

const fabrikam = 'tenant: {domains: [fabrikam.example]}\nusers: [{userPrincipalName: ada}]\n'

/** What is printed next. */
async function next(stream: Readable | null): Promise<string> {
  if (stream === null) return ''
  const [chunk] = await once(stream, 'data')
  return String(chunk)
}

/** Puts a whole file in the place of another, as most editors do. */
async function save(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, '.unfinished'), text)
  await rename(join(folder, '.unfinished'), join(folder, name))
}

t.test('--watch', async t => {
  t.test('says which tenants have changed, or which mistake is in the way', async t => {
    const folder = t.testdir({ 'a.yaml': fabrikam })
    const args = ['--no-https', '--fixtures', folder, '--watch']
    const { url, process, ended } = await startProgram(t, { args })
    const users = async () => {
      const { tenants } = Object(await (await fetch(`${url}/_understudy/tenants`)).json())
      return tenants[0].users.map((user: { userPrincipalName: string }) => user.userPrincipalName)
    }

    const replaced = next(process.stdout)
    await save(folder, 'a.yaml', fabrikam.replace('ada', 'abe'))
    t.equal(await replaced, 'Fixtures read again: replaced fabrikam.example.\n')
    t.same(await users(), ['abe@fabrikam.example'])

    const mistaken = next(process.stderr)
    await save(folder, 'a.yaml', fabrikam.replace('users', 'user'))
    t.match(await mistaken, /^graph-understudy: \S+a\.yaml:2:1: user is not a member .*\n$/)
    t.same(await users(), ['abe@fabrikam.example'])

    const added = next(process.stdout)
    await save(folder, 'a.yaml', fabrikam)
    await save(folder, 'b.yaml', 'tenant: {domains: [tailspin.example]}\n')
    t.match(await added, /tailspin\.example|fabrikam\.example/)
    process.kill('SIGTERM')
    t.match(await ended, { code: 0, signal: null })
  })

  t.test('is a mistake without fixtures to watch, and exit code 2', async t => {
    t.match(await runProgram(t, { args: ['--watch'] }), {
      code: 2,
      stdout: '',
      stderr: /^graph-understudy: --watch needs .* --fixtures\. See --help\.\n$/,
    })
  })
})
