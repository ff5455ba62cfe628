import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/** The program in one CommonJS file of ASCII, and what V8 made of it when it was built. */
const program = fileURLToPath(new URL('./program.cjs', import.meta.url))
const compiled = `${program}.compiled`

/** Set by the build: write down what V8 has compiled by the end of this run. */
const writesCompiled = process.env.BULLETIN_WRITE_COMPILED === '1'

type Main = typeof import('./main.js')

/** Loads the program and runs it. */
export async function start(): Promise<void> {
  const { script, exports } = load()
  await exports.main?.()
  if (writesCompiled) writeFileSync(compiled, script.createCachedData())
}

/** The program, loaded and not run: what a second thread does with it is its own. */
export const loadProgram = (): Partial<Main> => load().exports

/**
 * Compiling it costs a quarter of a second at every start, so the build keeps the compiled code;
 * another version of Node refuses it and compiles anew.
 */
function load(): { script: Script; exports: Partial<Main> } {
  const source = readFileSync(program, 'latin1')
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    { filename: program, cachedData: writesCompiled ? undefined : compiledCode() },
  )
  const made: { exports: Partial<Main> } = { exports: {} }
  const run = script.runInThisContext()
  run(made.exports, createRequire(program), made, program, dirname(program))
  return { script, exports: made.exports }
}

function compiledCode(): Buffer | undefined {
  try {
    return readFileSync(compiled)
  } catch {
    return undefined
  }
}
