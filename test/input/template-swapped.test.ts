import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/input/files/template.js'
import { settingsStart } from '../../src/model/place.js'
import { whileSwapped } from '../kit/swapped.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('template-swapped')
const own = join(folder, 'issue/own')
writeFiles(folder, {
  'issue/own/template.yaml': 'extends: briefing\n',
  'secret.css': 'p { content: "秘密" }',
  'secret.hbs': '秘密',
  'secret.yaml': 'extends: 秘密\n',
})

const reference = { path: 'own', absolute: own, place: settingsStart }

/** All that reading the template folder gives: files, the kind and the messages. */
const read = async () => JSON.stringify(await readTemplate(reference, (path) => path))

describe.runIf(process.platform === 'linux')('a template folder that came with the issue', () => {
  it.each([
    ['styles/own.css', 'p { content: "自己的" }', 'secret.css'],
    ['partials/own.hbs', '自己的', 'secret.hbs'],
    ['template.yaml', 'extends: briefing\n', 'secret.yaml'],
  ])('never gives what a link that takes the place of %s leads to', async (...row) => {
    const [name, text, secret] = row
    const [outside, spare] = [join(folder, secret), join(folder, 'spare')]
    const seen = new Set<string>()
    await whileSwapped(join(own, name), { own: text, outside, spare }, async () => {
      for (let n = 0; n < 100; n += 1) seen.add(await read())
    })
    expect([...seen].join()).toContain('page.hbs')
    expect([...seen].some((one) => one.includes('秘密'))).toBe(false)
  })
})
