import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './workspace.js'

export interface Run {
  /** Exit code; undefined if a signal ended the process. */
  code: number | undefined
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  /** Overrides the environment; undefined removes a variable. */
  env?: Record<string, string | undefined>
  /** Called with the process id as soon as the process runs. */
  onStart?: (pid: number) => void
}

/** The program under test: that of this checkout, or one installed elsewhere. */
export const program = process.env.BULLETIN_TEST_PROGRAM ?? join(root, 'bin/bulletin.js')

/** Starts the program with command-line arguments. */
export function start(words: readonly string[], options: RunOptions = {}) {
  // The cache is off, so that every build runs completely and writes nothing to the user's cache.
  const usual = { CI: undefined, SOURCE_DATE_EPOCH: undefined, BULLETIN_CACHE_SIZE: '0' }
  const coverage = process.env.BULLETIN_TEST_COVERAGE
  const counted = coverage === undefined ? {} : { NODE_V8_COVERAGE: coverage }
  const env = { ...process.env, ...usual, ...counted, ...options.env }
  const child = spawn(process.execPath, [program, ...words], {
    cwd: options.cwd ?? root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  if (child.pid !== undefined) options.onStart?.(child.pid)
  return child
}

/** Runs the program with command-line arguments; returns exit code and output. */
export function bulletin(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(words, options)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.on('data', (text: string) => {
    said.stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? undefined, ...said }))
  })
}

/** The last line of a text. */
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
