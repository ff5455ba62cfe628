import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackBundled } from '../../src/browser/bundled.js'
import { bundledPackage } from '../../src/browser/bundled-package.js'
import { cacheFolderOf } from '../../src/system/cache-folder.js'

const real = bundledPackage()
const script = new URL('../../src/browser/bundled.ts', import.meta.url).href

let root: string
let cache: string
let small: string

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'browser-unpack-'))
  cache = path.join(root, 'cache')
  small = path.join(root, 'package')
  mkdirSync(path.join(small, 'bin'), { recursive: true })
  writeFileSync(path.join(small, 'package.json'), '{"version":"1.2.3"}')
  writeFileSync(path.join(small, 'bin/chromium.br'), brotliCompressSync('#!/bin/sh\n'))
  writeFileSync(path.join(small, 'bin/al2023.tar.br'), brotliCompressSync(Buffer.alloc(1024)))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A process of its own that unpacks into the cache. */
function unpackElsewhere(from: string): ChildProcess {
  const code = `import(${JSON.stringify(script)}).then((m) => m.unpackBundled(${JSON.stringify(from)}, ${JSON.stringify(cache)}))`
  return spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: 'ignore' })
}

describe.runIf(real)('unpacking the browser that comes with us', () => {
  const from = real ?? ''

  it('works for three processes at once on an empty cache', async () => {
    const ends = [1, 2, 3].map(() => once(unpackElsewhere(from), 'exit'))
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ])
    expect(readdirSync(cache)).toEqual(['chromium-147.0.0'])
    const { path: program, libraries } = await unpackBundled(from, cache)
    expect(statSync(program).size).toBeGreaterThan(150e6)
    expect(statSync(program).mode & 0o111).toBe(0o111)
    expect(readdirSync(libraries)).toContain('libnss3.so')
  })

  it('begins anew after an interruption, and removes what that left', async () => {
    const first = unpackElsewhere(from)
    const begun = () => {
      try {
        const [name = ''] = readdirSync(cache)
        return readdirSync(path.join(cache, name)).includes('chromium')
      } catch {
        return false
      }
    }
    while (!begun()) await wait(5)
    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(readdirSync(cache).join()).toMatch(/^partial\./)
    await unpackBundled(from, cache)
    expect(readdirSync(cache)).toEqual(['chromium-147.0.0'])
  })

  it('keeps the libraries of the archive whole', async () => {
    copyFileSync(path.join(from, 'bin/al2023.tar.br'), path.join(small, 'bin/al2023.tar.br'))
    const { libraries } = await unpackBundled(small, cache)
    expect(readdirSync(libraries)).toHaveLength(12)
    expect(statSync(path.join(libraries, 'libnss3.so')).size).toBe(1_287_000)
  })
})

describe('the unpacked browser', () => {
  it('is used as it is the next time', async () => {
    const { path: program } = await unpackBundled(small, cache)
    const { ino } = statSync(program)
    await unpackBundled(small, cache)
    expect(statSync(program).ino).toBe(ino)
  })

  it.each([
    ['cut short', (program: string) => truncateSync(program, 3)],
    ['removed', (program: string) => rmSync(program)],
    [
      'left without its marker',
      (program: string) => rmSync(path.join(program, '../complete.json')),
    ],
  ])('is replaced when it was %s', async (_, harm) => {
    const { path: program } = await unpackBundled(small, cache)
    harm(program)
    await unpackBundled(small, cache)
    expect(statSync(program).size).toBe('#!/bin/sh\n'.length)
    expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
  })

  it('blames the disk when the cache can not be written to', async () => {
    writeFileSync(cache, 'a file where the folder should be')
    await expect(unpackBundled(small, cache)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(cache),
      hint: expect.stringContaining('BULLETIN_CACHE'),
    })
  })

  it('blames the package when its archive is damaged, and leaves nothing behind', async () => {
    writeFileSync(path.join(small, 'bin/chromium.br'), 'not brotli')
    await expect(unpackBundled(small, cache)).rejects.toMatchObject({
      kind: 'environment',
      hint: expect.stringContaining('npm ci'),
    })
    expect(readdirSync(cache)).toEqual([])
  })
})

describe('the cache folder', () => {
  it('is where BULLETIN_CACHE says', async () => {
    expect(await cacheFolderOf({ BULLETIN_CACHE: '/var/cache/b' })).toBe('/var/cache/b')
  })

  it('is an absolute folder of this person otherwise', async () => {
    const folder = await cacheFolderOf({})
    expect(path.isAbsolute(folder)).toBe(true)
    expect(folder).toContain('bulletin')
  })
})
