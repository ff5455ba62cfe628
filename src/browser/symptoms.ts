import { BrowserLost, Fault } from '../model/fault.js'

/** How a browser ended, or why it did not start. */
export interface BrowserExit {
  code: number | null
  signal: NodeJS.Signals | null
  /** The end of its standard error. */
  stderr: string
  /** Why the process could not be started. */
  error?: NodeJS.ErrnoException
}

interface Symptom {
  matches: (exit: BrowserExit) => boolean
  message: (exit: BrowserExit, program: string) => string
  hint: string
}

const stderrMatches =
  (pattern: RegExp) =>
  ({ stderr }: BrowserExit) =>
    pattern.test(stderr)

const otherBrowser = '用 --browser 指定另一个浏览器，如 --browser /usr/bin/google-chrome。'

/** Known causes, most specific first. The last one matches always. */
const symptoms: readonly Symptom[] = [
  {
    matches: ({ code, stderr }) =>
      code === 127 || /error while loading shared libraries/.test(stderr),
    message: ({ stderr }, program) => {
      const library = /shared libraries: ([^:\s]+)/.exec(stderr)?.[1]
      const missing = library ? `系统里没有它要用的“${library}”` : '系统里缺少它要用的库'
      return `浏览器“${program}”打不开：${missing}。`
    },
    hint: `运行 sudo apt-get install libnss3 libnspr4 libexpat1 装上常缺的库，或${otherBrowser}`,
  },
  {
    matches: stderrMatches(/No usable sandbox|setuid sandbox|SUID sandbox|namespace sandbox/i),
    message: (_, program) => `浏览器“${program}”打不开：这个系统不让它建立沙箱。`,
    hint: `在命令前写 BULLETIN_NO_SANDBOX=1 再试（稿件里的脚本本来就不会运行），或${otherBrowser}`,
  },
  {
    matches: stderrMatches(/No space left on device|ENOSPC|free space in temporary directory/),
    message: (_, program) => `浏览器“${program}”打不开：放临时文件的磁盘满了。`,
    hint: '腾出一些空间，或把环境变量 TMPDIR 设成另一个磁盘上的文件夹，再试一次。',
  },
  {
    matches: ({ error }) => error?.code === 'EACCES',
    message: (_, program) => `系统不让运行“${program}”。`,
    hint: `给它加上运行的权限；所在的磁盘不许运行程序的，把环境变量 BULLETIN_CACHE 设成别处的文件夹，或${otherBrowser}`,
  },
  {
    matches: ({ error }) => error !== undefined,
    message: (_, program) => `浏览器“${program}”打不开。`,
    hint: `看看这个程序能不能单独打开，或${otherBrowser}`,
  },
  {
    matches: () => true,
    message: (_, program) => `浏览器“${program}”刚打开就退出了。`,
    hint: `再试一次；还是这样的，${otherBrowser}`,
  },
]

/** Returns the Fault for a browser that ended before it responded. */
export function startFault(exit: BrowserExit, program: string): Fault {
  const symptom = symptoms.find(({ matches }) => matches(exit))
  if (!symptom) throw new Error('the last symptom fits every death')
  const { message, hint } = symptom
  return new Fault('environment', message(exit, program), hint, { cause: causeOf(exit) })
}

/** Returns the Fault for a browser that ended during its work. */
export const exitFault = (exit: BrowserExit): BrowserLost =>
  new BrowserLost(
    '浏览器中途退出了，没有排完。',
    '再试一次；总是这样的，多半是内存不够：关掉别的程序，或把图片缩小、稿件分成几期。',
    { cause: causeOf(exit) },
  )

/** Returns the Fault for a browser that does not respond. */
export const noAnswer = (seconds: number, program: string, stderr: string): Fault =>
  new Fault(
    'environment',
    `浏览器“${program}”打开了 ${seconds} 秒，一直没有回应。`,
    `确认它是 Chrome、Edge 或 Chromium；是的话，等电脑空闲些再试，或${otherBrowser}`,
    { cause: new Error(stderr || 'no output') },
  )

/** Returns the Fault for a page that crashed, probably because of too little memory. */
export const pageCrash = (cause: Error): BrowserLost =>
  new BrowserLost(
    '排版的页面中途崩溃了，多半是内存不够。',
    '关掉别的程序再试；总是这样的，把图片缩小，或把稿件分成几期。',
    { cause },
  )

const causeOf = ({ code, signal, stderr, error }: BrowserExit): Error =>
  error ?? new Error(`exit ${code ?? signal}: ${stderr.trim() || 'no output'}`)
