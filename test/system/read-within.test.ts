import { renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWithin } from '../../src/system/read-within.js'
import { whileSwapped } from '../kit/swapped.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('read-within')
const issue = join(folder, 'issue')
writeFiles(folder, { 'issue/own.txt': '自己的', 'secret.txt': '秘密' })

const read = async (name: string) => {
  const { bytes, wrong } = await readWithin(join(issue, name), [issue])
  return bytes?.toString() ?? wrong
}

describe('a file that must lie in a folder', () => {
  it('is read, by a link too, when the link stays inside', async () => {
    symlinkSync('own.txt', join(issue, 'link.txt'))
    expect([await read('own.txt'), await read('link.txt')]).toEqual(['自己的', '自己的'])
  })

  it('is not read when it or its folder is a link that leads out', async () => {
    symlinkSync(join(folder, 'secret.txt'), join(issue, 'out.txt'))
    symlinkSync(folder, join(issue, 'above'))
    expect([await read('out.txt'), await read('above/secret.txt')]).toEqual(['outside', 'outside'])
    await expect(read('none.txt')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is read while a program saves it again and again', async () => {
    const path = join(issue, 'saved.txt')
    writeFileSync(path, '甲')
    for (const text of ['乙', '丙', '丁']) {
      const reading = read('saved.txt')
      writeFileSync(`${path}.new`, text)
      renameSync(`${path}.new`, path)
      expect('甲乙丙丁').toContain(await reading)
    }
  })

  it.runIf(process.platform === 'linux')(
    'is never what a link leads to that takes its place after the check',
    async () => {
      const outside = join(folder, 'secret.txt')
      const spare = join(folder, 'spare')
      const seen = new Set<string | undefined>()
      await whileSwapped(
        join(issue, 'swapped.txt'),
        { own: '自己的', outside, spare },
        async () => {
          for (let n = 0; n < 1500; n += 1) seen.add(await read('swapped.txt'))
        },
      )
      expect([...seen].filter((one) => one !== '自己的')).not.toContain('秘密')
      expect(seen.size).toBeGreaterThan(0)
    },
  )
})
