import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { article } from '../kit/manuscript.js'
import { photo } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import { copyFixture, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('same')
const issue = copyFixture('issue-54', folder)

/** Builds the whole issue in a separate process. */
async function build(name: string, env: Record<string, string | undefined>): Promise<Buffer> {
  const path = join(folder, `${name}.pdf`)
  const { code, stderr } = await bulletin(['build', issue, '-o', path], { env })
  expect(code, stderr).toBe(0)
  return readFileSync(path)
}

it('prints the same bytes from the same sources, in another zone and language too', async () => {
  const first = await build('first', { TZ: 'UTC', LANG: 'C' })
  const second = await build('second', {
    TZ: 'America/Los_Angeles',
    LANG: 'zh_CN.UTF-8',
    LC_ALL: 'zh_CN.UTF-8',
  })
  expect(second.equals(first)).toBe(true)
})

it('prints the same bytes on a page that printed other issues before', async () => {
  const picture = await photo({ width: 1600, height: 900 })
  for (const quality of [90, 30]) {
    writeFiles(folder, {
      [`quality-${quality}/bulletin.yaml`]: `title: 工作通讯\nfonts: bundled\nimages: { quality: ${quality} }\n`,
      [`quality-${quality}/1.md`]: article({ title: '一座桥' }, '![一座桥](1.jpg "width=50%")'),
      [`quality-${quality}/1.jpg`]: picture,
    })
  }
  const others = ['briefing-19', 'notice-7'].map((name) => copyFixture(name, folder))
  const qualities = [90, 30].map((quality) => join(folder, `quality-${quality}`))
  const issues = [...qualities, ...others, issue]
  const out = (name: string) => join(folder, name)
  const { code, stderr } = await bulletin(
    ['build', ...issues, '--out-dir', out('together'), '--jobs', '1'],
    {},
  )
  expect(code, stderr).toBe(0)
  for (const one of issues) {
    await bulletin(['build', one, '--out-dir', out('alone'), '--force'], {})
    const pdf = (name: string) => readFileSync(join(out(name), `${basename(one)}.pdf`))
    expect(pdf('together').equals(pdf('alone')), one).toBe(true)
  }
})

it('takes the dates in the file from SOURCE_DATE_EPOCH where that is set', async () => {
  const bytes = await build('epoch', { SOURCE_DATE_EPOCH: '86400' })
  const { info } = await readPdf(bytes)
  expect(String(info.CreationDate)).toMatch(/^D:19700102/)
  expect(bytes.equals(await build('epoch-again', { SOURCE_DATE_EPOCH: '86400' }))).toBe(true)
})
