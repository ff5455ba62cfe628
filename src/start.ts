import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/** The program in CommonJS files that are loaded when they are needed, and what V8 made of each when it was built. */
const program = fileURLToPath(new URL('./program/', import.meta.url))
const requirePackage = createRequire(`${program}main.cjs`)
const compiledOf = (path: string) => `${path}.compiled`

/** Set by the build: write down what V8 has compiled by the end of this run. */
const writesCompiled = process.env.BULLETIN_WRITE_COMPILED === '1'

interface Loaded {
  exports: unknown
  script: Script
}

type Main = typeof import('./main.js')
type Wrapped = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void

const loaded = new Map<string, Loaded>()

/**
 * Loads the program and runs it. Compiling it costs a quarter of a second at every start, so the
 * build keeps the compiled code; another version of Node refuses it and compiles anew.
 */
export async function start(): Promise<void> {
  const { main } = load('main.cjs') as Main
  await main()
  if (writesCompiled) {
    for (const [path, { script }] of loaded) {
      writeFileSync(compiledOf(path), script.createCachedData())
    }
  }
  await Promise.all([process.stdout, process.stderr].map(drained))
  // A timer of a page that was never needed would keep the program for half a minute.
  process.exit()
}

/** Waits until a stream has passed on what was written to it. */
async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength > 0) await new Promise((resolve) => stream.write('', resolve))
}

/** A file of the program, as `require` would give it. */
export function load(name: string): unknown {
  const path = program + name
  const before = loaded.get(path)
  if (before) return before.exports
  const source = readFileSync(path, 'latin1')
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    { filename: path, cachedData: writesCompiled ? undefined : compiledCode(path) },
  )
  const made: Loaded = { exports: {}, script }
  loaded.set(path, made)
  const run = script.runInThisContext() as Wrapped
  run(made.exports, requireFrom, made, path, program)
  return made.exports
}

/** The files of the program lie in one folder; anything else is Node's or a package. */
const requireFrom = (name: string): unknown =>
  name.startsWith('./') ? load(basename(name)) : requirePackage(name)

function compiledCode(path: string): Buffer | undefined {
  try {
    return readFileSync(compiledOf(path))
  } catch {
    return undefined
  }
}
