import { type ChildProcess, execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '../../src/model/fault.js'
import { writeWhole } from '../../src/system/write-whole.js'
import { writingFault } from '../../src/system/writing-fault.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulletin-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const posix = process.platform !== 'win32'
const bytes = Buffer.from('%PDF-1.4 新的一期')
const faultOf = (writing: Promise<void>) =>
  writing.then(
    () => expect.unreachable('it was written'),
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error
      return error
    },
  )

describe('writing a file whole', () => {
  it('makes the folder and leaves nothing but the file', async () => {
    await writeWhole(join(folder, 'out/2021/通讯.pdf'), bytes)
    expect(readFileSync(join(folder, 'out/2021/通讯.pdf'))).toEqual(bytes)
    expect(readdirSync(join(folder, 'out/2021'))).toEqual(['通讯.pdf'])
  })

  it.runIf(posix)('gives a new file the permissions any other program would', async () => {
    writeFileSync(join(folder, 'plain'), '')
    await writeWhole(join(folder, 'a.pdf'), bytes)
    expect(statSync(join(folder, 'a.pdf')).mode).toBe(statSync(join(folder, 'plain')).mode)
  })

  it.runIf(posix)('keeps the permissions of the file that was there', async () => {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, 'old')
    chmodSync(path, 0o440)
    await writeWhole(path, bytes)
    expect(readFileSync(path)).toEqual(bytes)
    expect(statSync(path).mode & 0o777).toBe(0o440)
  })

  it.runIf(posix)('writes through a symbolic link', async () => {
    writeFileSync(join(folder, 'real.pdf'), 'old')
    symlinkSync('real.pdf', join(folder, 'link.pdf'))
    await writeWhole(join(folder, 'link.pdf'), bytes)
    expect(lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real.pdf'))).toEqual(bytes)
  })

  it('lets several writers end with one whole file', async () => {
    const path = join(folder, 'a.pdf')
    const versions = [1, 2, 3].map((n) => Buffer.alloc(n * 100_000, n))
    await Promise.all(versions.map((version) => writeWhole(path, version)))
    expect(versions.some((version) => version.equals(readFileSync(path)))).toBe(true)
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })
})

describe('when the machine does not let us', () => {
  it('says that a folder stands in the way', async () => {
    mkdirSync(join(folder, 'a.pdf'))
    const writing = writeWhole(join(folder, 'a.pdf'), bytes, { option: '-o' })
    const { kind, message, hint } = await faultOf(writing)
    expect(kind).toBe('environment')
    expect(message).toContain('是一个文件夹')
    expect(hint).toContain('--out-dir')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it('says that a file stands where a folder should be', async () => {
    writeFileSync(join(folder, 'out'), '')
    const { message } = await faultOf(writeWhole(join(folder, 'out/a.pdf'), bytes))
    expect(message).toContain('不是文件夹')
  })

  it.runIf(posix)('does not put a plain file in the place of a device', async () => {
    const { message } = await faultOf(writeWhole('/dev/null', bytes))
    expect(message).toContain('“/dev/null”不是普通文件')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('says that a name is too long', async () => {
    const { message } = await faultOf(writeWhole(join(folder, `${'长'.repeat(300)}.pdf`), bytes))
    expect(message).toContain('文件名太长')
  })

  it.runIf(posix && process.getuid?.() !== 0)('says that it may not write there', async () => {
    chmodSync(folder, 0o555)
    const { message } = await faultOf(writeWhole(join(folder, 'a.pdf'), bytes))
    chmodSync(folder, 0o755)
    expect(message).toContain('没有写的权限')
  })

  it.runIf(posix && existsSync('/bin/sh'))(
    'keeps the old file when the disk fills up midway',
    async () => {
      // A limit on the size of files ends a write the way a full disk does: short, then refused.
      const path = join(folder, 'a.pdf')
      writeFileSync(path, 'old')
      const { code, said } = await limited(64, path, 200_000)
      expect(said).toContain('环境 磁盘满了')
      expect(code).toBe(0)
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['a.pdf'])
    },
  )

  it.each([
    ['ENOSPC', '磁盘满了'],
    ['EACCES', '没有写的权限'],
    ['EPERM', '正在别的程序里打开着'],
    ['EBUSY', '正在别的程序里打开着'],
    ['EROFS', '只读'],
    ['EISDIR', '是一个文件夹'],
    ['EIO', '写不了'],
  ])('has words and a way out for %s', (code, words) => {
    const fault = writingFault('out/a.pdf', Object.assign(new Error(code), { code }))
    if (!(fault instanceof Fault)) return expect.unreachable('not a fault')
    expect(fault.kind).toBe('environment')
    expect(fault.message).toContain(words)
    expect(fault.message).toContain('“out/a.pdf”')
    expect(fault.hint).not.toBe('')
  })

  it.each([
    ['-o', '用 -o 换一个能写的位置，如 -o 桌面/a.csv。'],
    ['--csv', '用 --csv 换一个能写的位置，如 --csv 桌面/a.csv。'],
    ['--out-dir', '用 --out-dir 换一个能写的位置，如 --out-dir 桌面。'],
    [undefined, '检查那个文件夹的权限，或换一个能写的位置。'],
  ])('advises the option that names the file: %s', (option, advice) => {
    const refused = Object.assign(new Error('EROFS'), { code: 'EROFS' })
    expect(writingFault('out/a.csv', refused, option)).toMatchObject({ hint: advice })
  })

  it.runIf(existsSync('/proc/self'))('ends where no folder can be made', async () => {
    const fault = await faultOf(writeWhole('/proc/x/y/a.pdf', bytes, { option: '--out-dir' }))
    expect(fault.message).toContain('写不了“/proc/x/y/a.pdf”')
    expect(fault.hint).toContain('--out-dir 桌面')
  })

  it('passes an error of our own on as it is', () => {
    const error = new TypeError('ours')
    expect(writingFault('a.pdf', error)).toBe(error)
  })
})

/** Writes `size` bytes in a process that may not make files larger than `limit` × 512 bytes. */
function limited(limit: number, path: string, size: number) {
  const write = new URL('../../src/system/write-whole.ts', import.meta.url).href
  const script = `
    import { writeWhole } from ${JSON.stringify(write)}
    process.on('SIGXFSZ', () => {})
    writeWhole(${JSON.stringify(path)}, Buffer.alloc(${size}, 65)).then(
      () => console.log('written'),
      (fault) => console.log(fault.kind === 'environment' ? '环境' : fault.kind, fault.message),
    )`
  const line = `ulimit -f ${limit}; exec "$0" --import tsx --input-type=module -e "$1"`
  return new Promise<{ code: number; said: string }>((resolve) => {
    const child: ChildProcess = execFile(
      '/bin/sh',
      ['-c', line, process.execPath, script],
      { cwd: import.meta.dirname },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, said: out + err }),
    )
  })
}
