import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'
import { canSandbox, flagsFor } from './flags.js'
import { profileIn, removeRunFolder, removeRunFolderNow } from './run-folder.js'
import type { BrowserExit } from './symptoms.js'
import { pipeTransport } from './transport.js'

/** A browser process started by this program. */
export interface Running {
  pid: number | undefined
  transport: ConnectionTransport
  /** Resolves with the way the process ended, whoever ended it. Never rejects. */
  ended: Promise<BrowserExit>
  /** Whether its pipes are closed. */
  isDisconnected(): boolean
  /** The last part of its standard error. */
  stderrTail(): string
  /** Kills it and removes its folder synchronously, for the exit of this process. */
  kill(): void
  /** Kills it and removes its folder. */
  close(): Promise<void>
}

/** Bytes of standard error that are kept. */
const TAIL = 4096
/** Time to wait for the remaining standard error of an ended browser, in ms. */
const GRACE = 250

/**
 * Starts a browser with a pipe connection (no port is opened) and returns at once, so that it
 * starts up while Puppeteer is being loaded. The browser ends with this process: on a normal exit
 * it is killed, otherwise it exits when the pipe breaks.
 */
export function startBrowser(start: {
  program: string
  /** A folder for this browser only; removed at the end. */
  folder: string
  env: NodeJS.ProcessEnv
}): Running {
  const { program, folder, env } = start
  const flags = flagsFor({ profile: profileIn(folder), sandbox: canSandbox(env) })
  const child = spawn(program, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...env, TMPDIR: folder, TMP: folder, TEMP: folder },
    // A process group of its own: one signal also ends its child processes, and Ctrl-C reaches only
    // this process.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const [, , stderr, toBrowser, fromBrowser] = child.stdio as unknown as [
    null,
    null,
    Readable,
    Writable,
    Readable,
  ]
  let tail = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-TAIL)
  })
  const transport = pipeTransport(toBrowser, fromBrowser)
  const ended = endOf(child, () => tail)
  const kill = () => {
    killTree(child)
    removeRunFolderNow(folder)
  }
  process.once('exit', kill)
  return {
    pid: child.pid,
    transport,
    ended,
    isDisconnected: () => toBrowser.destroyed || fromBrowser.destroyed,
    stderrTail: () => tail,
    kill,
    async close() {
      killTree(child)
      await ended
      transport.close()
      await removeRunFolder(folder)
      // Not before: a process that exits in the meantime removes the folder itself.
      process.off('exit', kill)
    },
  }
}

function endOf(child: ChildProcess, stderr: () => string): Promise<BrowserExit> {
  return new Promise((resolve) => {
    const end = (exit: Omit<BrowserExit, 'stderr'>) => resolve({ ...exit, stderr: stderr() })
    child.once('error', (error) => end({ code: null, signal: null, error }))
    // `close` fires only when every child process that holds the standard error pipe has ended.
    child.once('exit', (code, signal) => {
      const graceTimer = setTimeout(() => end({ code, signal }), GRACE)
      child.once('close', () => {
        clearTimeout(graceTimer)
        end({ code, signal })
      })
    })
  })
}

/** Also called for an ended browser, because its child processes may still run. */
function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // No process left.
  }
}
