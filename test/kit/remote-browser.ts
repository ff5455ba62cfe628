import { spawn } from 'node:child_process'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { unpackBundled } from '../../src/browser/bundled.js'
import { bundledPackage } from '../../src/browser/bundled-package.js'
import { cacheFolderOf } from '../../src/browser/index.js'

export interface RemoteBrowser {
  /** `ws://127.0.0.1:…/devtools/browser/…` */
  address: string
  close(): Promise<void>
}

/** Starts the bundled browser like a remote service: on a port, with fonts of its own. */
export async function remoteBrowser(folder: string): Promise<RemoteBrowser> {
  const { path, libraries } = await unpackBundled(
    bundledPackage() ?? '',
    await cacheFolderOf(process.env),
  )
  const child = spawn(
    path,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
    ],
    {
      env: { ...process.env, LD_LIBRARY_PATH: libraries, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(said)))
  })
  return {
    address,
    async close() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

/**
 * A proxy to a browser that closes the connection after every so many bytes from the browser,
 * `cuts` times in total. Only a PDF transfer reaches that size.
 */
export async function breakingLine(
  { address }: RemoteBrowser,
  { after, cuts }: { after: number; cuts: number },
): Promise<RemoteBrowser & { broken: () => number }> {
  const { hostname, port, pathname } = new URL(address)
  const sockets = new Set<Socket>()
  let broken = 0
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let bytes = 0
    far.on('data', (chunk) => {
      bytes += chunk.length
      if (bytes < after || broken >= cuts) return void near.write(chunk)
      broken += 1
      near.destroy()
      far.destroy()
    })
    near.on('data', (chunk) => far.write(chunk))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    broken: () => broken,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
