import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './workspace.js'

export interface Run {
  /** Undefined when a signal ended it. */
  code: number | undefined
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  /** Over the environment of the test; undefined removes a variable. */
  env?: Record<string, string | undefined>
  /** Told of the process as soon as it runs. */
  onStart?: (pid: number) => void
}

/** The program that is tested: this checkout's, or one installed elsewhere. */
const bin = process.env.BULLETIN_TEST_PROGRAM ?? join(root, 'bin/bulletin.js')

/** Starts the program with the words typed. */
export function start(words: readonly string[], options: RunOptions = {}) {
  // Every build is a real one, and leaves nothing in the person's cache.
  const usual = { CI: undefined, SOURCE_DATE_EPOCH: undefined, BULLETIN_CACHE_SIZE: '0' }
  const env = { ...process.env, ...usual, ...options.env }
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: options.cwd ?? root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  if (child.pid !== undefined) options.onStart?.(child.pid)
  return child
}

/** Runs the program as a person would: words typed → exit code and what was said. */
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

/** The last line that a text says. */
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
