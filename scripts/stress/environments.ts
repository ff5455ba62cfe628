import { spawn } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './root.js'

/**
 * Builds one issue in every circumstance that this machine can make and says whether the PDF is the
 * same bytes as that of an ordinary build:
 *
 *     npm run stress -- environments [--node PATH]… [--browser PATH]…
 */
interface Circumstance {
  name: string
  /** Name of the issue's folder. */
  folder?: string
  node?: string
  words?: readonly string[]
  env?: Record<string, string | undefined>
  /** User id of the process; only root can choose one. */
  uid?: number
  /** Which of stdin, stdout and stderr are closed at the start. */
  closed?: readonly (0 | 1 | 2)[]
  /** Another browser draws other bytes: only the PDF's being there is asked. */
  otherBytes?: boolean
}

const NOBODY = 65534

const folders: Circumstance[] = [
  'with spaces  in it',
  '第 54 期（送审）',
  `it's "quoted"`,
  '$(touch canary) `touch canary` ; & | > canary',
  '-o',
  '%41&#65;',
  '期'.repeat(66), // 198 bytes
  'e\u0301 🀄 𠮷',
].map((folder) => ({ name: `文件夹 ${folder.slice(0, 24)}`, folder }))

const surroundings: Circumstance[] = [
  { name: 'LANG=C', env: { LANG: 'C', LC_ALL: 'C' } },
  { name: 'LANG=zh_CN.GBK', env: { LANG: 'zh_CN.GBK', LC_ALL: 'zh_CN.GBK' } },
  { name: 'TZ=Pacific/Kiritimati', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'HOME 没有', env: { HOME: undefined } },
  { name: 'HOME 不存在', env: { HOME: '/nonexistent' } },
  { name: 'PATH 空', env: { PATH: '' } },
  { name: '代理', env: { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' } },
  { name: 'NODE_ENV=production', env: { NODE_ENV: 'production' } },
  { name: 'stdin 已关', closed: [0] },
  { name: 'stdout 已关', closed: [1] },
  { name: 'stderr 已关', closed: [2] },
  { name: '三个都已关', closed: [0, 1, 2] },
]

const { values } = parseArgs({
  options: {
    node: { type: 'string', multiple: true, default: [] },
    browser: { type: 'string', multiple: true, default: [] },
  },
  args: process.argv.slice(3),
})

const circumstances: Circumstance[] = [
  { name: '平常' },
  ...values.node.map((node) => ({ name: node, node })),
  ...values.browser.map((browser) => ({
    name: browser,
    words: ['--browser', browser],
    otherBytes: true,
  })),
  ...(process.getuid?.() === 0 ? [{ name: '不是 root，沙箱开着', uid: NOBODY }] : []),
  ...folders,
  ...surroundings,
]

const work = await mkdtemp(join(tmpdir(), 'bulletin-environments-'))
let reference: Buffer | undefined
let failed = 0
try {
  for (const circumstance of circumstances) {
    const trouble = await tryOne(circumstance)
    if (trouble !== undefined) failed += 1
    console.log(`${trouble === undefined ? '好  ' : '不行'} ${circumstance.name}${trouble ?? ''}`)
  }
} finally {
  await rm(work, { recursive: true, force: true })
}
console.log(`${circumstances.length - failed} 种好，${failed} 种不行`)
process.exitCode = failed === 0 ? 0 : 1

/** Builds the issue in one circumstance; returns what went wrong. */
async function tryOne(circumstance: Circumstance): Promise<string | undefined> {
  const place = await mkdtemp(join(work, 'run-'))
  const folder = join(place, circumstance.folder ?? 'notice-7')
  await cp(join(root, 'fixtures/notice-7'), folder, { recursive: true })
  const home = join(place, 'home')
  await mkdir(home)
  const { uid } = circumstance
  if (uid !== undefined) {
    await chmod(work, 0o755)
    for (const path of [place, home, folder]) await chown(path, uid, uid)
  }
  const pdf = join(place, 'out.pdf')
  const words = ['build', folder, '-o', pdf, ...(circumstance.words ?? [])]
  const env = {
    ...process.env,
    ...(uid === undefined ? {} : { HOME: home }),
    XDG_CACHE_HOME: join(uid === undefined ? work : place, 'cache'),
    TMPDIR: place,
    ...circumstance.env,
  }
  const run = await ended(circumstance, words, env)
  const made = await readFile(pdf).catch(() => undefined)
  const left = (await readdir(place)).filter((name) => name.startsWith('bulletin'))
  if (run.code !== 0) return `：退出码 ${run.code} ${run.stderr.slice(0, 300)}`
  if (!made?.subarray(0, 5).equals(Buffer.from('%PDF-'))) return '：没有 PDF'
  if (left.length > 0) return `：临时文件夹留下了 ${left.join('、')}`
  if (circumstance.otherBytes) return undefined
  reference ??= made
  return made.equals(reference) ? undefined : '：PDF 和平常的不一样'
}

/** Runs the program to its end. */
function ended(
  { node = process.execPath, uid, closed = [] }: Circumstance,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; stderr: string }> {
  const program = [node, join(root, 'bin/bulletin.js'), ...words]
  // Only a shell can start a program without a standard stream.
  const shell = `exec "$@" ${closed.map((stream) => (stream === 0 ? '<&-' : `${stream}>&-`)).join(' ')}`
  const [command = '', ...rest] =
    closed.length > 0 ? ['/bin/sh', '-c', shell, 'sh', ...program] : program
  const child = spawn(command, rest, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdout?.resume()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stderr }))
  })
}
