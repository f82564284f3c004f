// A program of a user of the package, and what the compiler has to say to it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './installed-package.ts'
import { packageRoot } from './package-root.ts'

/** What the compiler has to say to a program that uses the package in a project; empty when it is content. */
export async function typeCheck(
  project: string,
  module: string,
  moduleResolution: string,
): Promise<string> {
  const config = `tsconfig.${moduleResolution}.json`
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2022',
    lib: ['es2023', 'dom', 'esnext.disposable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(packageRoot, 'node_modules', '@types')],
  }
  const file = `use.${moduleResolution}.ts`
  await writeFile(join(project, file), consumer())
  await writeFile(join(project, config), JSON.stringify({ compilerOptions, files: [file] }))
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc')
  return run(project, process.execPath, [compiler, '-p', config]).catch(error => error.stdout)
}

/** A program that uses every export, and whose one mistake the types must see. */
function consumer(): string {
  return `
    import { createUnderstudy, FixtureError, ManualClock, SigningKeys } from 'graph-understudy'
    import type {
      Clock, ListenOptions, LogLevel, TokenRequest, TokenResponse, Understudy, UnderstudyOptions,
    } from 'graph-understudy'

    const clock: Clock = new ManualClock(new Date())
    const logLevel: LogLevel = 'silent'
    const options: UnderstudyOptions = { clock, logLevel, signingKeys: new SigningKeys() }
    const understudy: Understudy = await createUnderstudy(options)
    const request: TokenRequest = { user: 'adele', scopes: ['User.Read'], capabilities: ['cp1'] }
    const token: TokenResponse = await understudy.issueToken(request)
    const where: ListenOptions = { port: 0, https: false }
    const url: string = await understudy.listen(where)
    const response: Response = await understudy.fetch(new Request(url), { method: 'HEAD' })
    const names: string[] = understudy.tenants().flatMap(({ users }) => users.map(each => each.userPrincipalName))
    await understudy[Symbol.asyncDispose]()
    // @ts-expect-error: there is no such permissions mode
    await createUnderstudy({ permissions: 'loose' })
    // @ts-expect-error: there is no such member
    await understudy.issueToken({ usr: 'adele' })
    export const used = [token.access_token, response.status, names, FixtureError.name] as const
  `
}
