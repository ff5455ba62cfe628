import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bulletin } from './kit/program.js'
import { readPdf } from './kit/read-pdf.js'
import { copyFixture, workspace } from './kit/workspace.js'

const folder = workspace('same')
const issue = copyFixture('issue-54', folder)

/** Builds the whole issue in a process of its own. */
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

it('takes the dates in the file from SOURCE_DATE_EPOCH where that is set', async () => {
  const bytes = await build('epoch', { SOURCE_DATE_EPOCH: '86400' })
  const { info } = await readPdf(bytes)
  expect(String(info.CreationDate)).toMatch(/^D:19700102/)
  expect(bytes.equals(await build('epoch-again', { SOURCE_DATE_EPOCH: '86400' }))).toBe(true)
})
