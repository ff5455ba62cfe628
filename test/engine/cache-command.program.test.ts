import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const cache = join(workspace('cache-command'), 'cache')
const env = { BULLETIN_CACHE: cache, BULLETIN_CACHE_SIZE: undefined }
const run = (...words: string[]) => bulletin(['cache', ...words], { env })

beforeEach(() => {
  writeFiles(cache, {
    'builds-v0/pdf-1': 'x',
    'builds-v1/pdf-1': Buffer.alloc(3 * 1_048_576),
    'fontconfig-0123456789abcdef/fonts.conf': 'x',
    'fonts-v1.json': '{}',
    'compiled/v22.12.0-x64/1': 'x',
    'chromium-147.0.0/chromium': Buffer.alloc(2 * 1_048_576),
    'somebody.txt': 'mine',
    'fontconfig-fedcba9876543210/fonts.conf': 'a browser may be using it',
  })
  utimesSync(join(cache, 'fontconfig-0123456789abcdef'), 1, 1)
})

it('says where the cache is and how much of what lies there', async () => {
  const { code, stdout, stderr } = await run()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(cache)
  expect(stdout).toMatch(/以前排好的 +3\.0 MB（最多 512 MB）/)
  expect(stdout).toMatch(/解开的浏览器 +2 MB/)
  expect(stdout).toContain('bulletin cache clear')
})

it('clear removes what builds have made, and leaves the browser and what is not ours', async () => {
  const { code, stdout } = await run('clear')
  expect(code).toBe(0)
  expect(stdout).toMatch(/腾出 3\.0 MB/)
  expect(readdirSync(cache).toSorted()).toEqual([
    'chromium-147.0.0',
    'fontconfig-fedcba9876543210',
    'somebody.txt',
  ])
})

it('clear --all removes the browser as well', async () => {
  expect((await run('clear', '--all')).code).toBe(0)
  expect(readdirSync(cache)).not.toContain('chromium-147.0.0')
})

it('clear of a cache that is not there has nothing to do', async () => {
  const nowhere = { BULLETIN_CACHE: join(cache, 'nowhere') }
  expect(await bulletin(['cache', 'clear'], { env: nowhere })).toEqual({
    code: 0,
    stdout: '缓存已清空，腾出 0 MB。\n',
    stderr: '',
  })
})

it('tells of a word that it does not know', async () => {
  const { code, stderr } = await run('claer')
  expect(code).toBe(2)
  expect(stderr).toContain('改法：运行 bulletin cache --help')
})
