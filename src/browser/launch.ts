import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'
import { canSandbox, flagsFor } from './flags.js'
import { profileIn, removeRunFolder, removeRunFolderNow } from './run-folder.js'
import type { Death } from './symptoms.js'
import { pipeTransport } from './transport.js'

/** A browser process of ours. */
export interface Running {
  pid: number | undefined
  transport: ConnectionTransport
  /** How it ended, whoever ended it. Never rejects. */
  ended: Promise<Death>
  /** Whether nothing can be said to it any more. */
  isDeaf(): boolean
  /** The last of what it wrote. */
  lastWords(): string
  /** Ends it and removes its folder at once, without waiting: for the end of this process. */
  kill(): void
  /** Ends it and removes its folder. */
  close(): Promise<void>
}

/** Kilobytes of complaint are enough for anybody. */
const TAIL = 4096
/** Milliseconds for the last words of a dead browser to come through. */
const GRACE = 250

/**
 * Starts a browser on a pipe (no port is opened) and returns at once, so that it wakes up while
 * puppeteer is still being loaded. Killed together with this process, however that one ends: on a
 * plain exit by us, else by itself when the pipe breaks.
 */
export function startBrowser(start: {
  program: string
  /** A folder of its own, removed in the end. */
  folder: string
  env: NodeJS.ProcessEnv
}): Running {
  const { program, folder, env } = start
  const flags = flagsFor({ profile: profileIn(folder), sandbox: canSandbox(env) })
  const child = spawn(program, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...env, TMPDIR: folder, TMP: folder, TEMP: folder },
    // A group of its own, so that one signal ends its helpers too and Ctrl-C reaches only us.
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
    isDeaf: () => toBrowser.destroyed || fromBrowser.destroyed,
    lastWords: () => tail,
    kill,
    async close() {
      process.off('exit', kill)
      killTree(child)
      await ended
      transport.close()
      await removeRunFolder(folder)
    },
  }
}

function endOf(child: ChildProcess, stderr: () => string): Promise<Death> {
  return new Promise((resolve) => {
    const end = (death: Omit<Death, 'stderr'>) => resolve({ ...death, stderr: stderr() })
    child.once('error', (error) => end({ code: null, signal: null, error }))
    // `close` waits for every helper that holds the pipe of the complaints.
    child.once('exit', (code, signal) => {
      const patience = setTimeout(() => end({ code, signal }), GRACE)
      child.once('close', () => {
        clearTimeout(patience)
        end({ code, signal })
      })
    })
  })
}

/** Also when it is dead already: its helpers may not be. */
function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Nobody left.
  }
}
