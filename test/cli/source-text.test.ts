import { join } from 'node:path'
import { expect, it } from 'vitest'
import { textOf } from '../../src/cli/source-text.js'
import { whileSwapped } from '../kit/swapped.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('source-text')
writeFiles(folder, { 'secret.yaml': '秘密\n' })

it.runIf(process.platform === 'linux')(
  'a line is never quoted from what a link that takes the place of a source leads to',
  async () => {
    const file = join(folder, 'issue/bulletin.yaml')
    const [outside, spare] = [join(folder, 'secret.yaml'), join(folder, 'spare')]
    const seen = new Set<string | undefined>()
    await whileSwapped(file, { own: '刊名: 刊\n', outside, spare }, async () => {
      for (let n = 0; n < 3000; n += 1) seen.add(textOf(file))
    })
    expect(seen).toContain('刊名: 刊\n')
    expect(seen).not.toContain('秘密\n')
  },
)
