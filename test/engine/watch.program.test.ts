import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { article, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import type { Watching } from '../kit/watching.js'
import { watching } from '../kit/watching.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('watch')
const settings = 'number: 2\nfonts: bundled\ndate: 2021-06-28\n'
const first = article({ title: '一篇', unit: '甲馆' }, prose(60))

/** Writes a file into the workspace. */
const save = (path: string, content: string | Uint8Array) => writeFiles(folder, { [path]: content })
/** The text of a PDF in the workspace, without whitespace. */
async function textOf(pdf: string): Promise<string> {
  const { pages } = await readPdf(readFileSync(join(folder, pdf)))
  const lines = pages.flatMap(({ lines }) => lines.map(({ text }) => text))
  return lines.join('').replace(/\s/g, '')
}

/** An environment with the results of earlier builds, as on a user's machine. */
const env = { BULLETIN_CACHE: join(folder, 'cache'), BULLETIN_CACHE_SIZE: undefined }

/** A watch that is stopped after the tests of its group. */
function watched(...words: string[]): () => Watching {
  let running: Watching
  beforeAll(async () => {
    running = watching([...words, '--json'], { cwd: folder, env })
    expect(await running.report()).toMatchObject({ exitCode: 0, changed: [] })
  })
  afterAll(async () => {
    expect(await running.stop()).toMatchObject({ code: 130 })
  })
  return () => running
}

describe('a watch builds again when', () => {
  beforeAll(async () => {
    save('pub/bulletin.yaml', 'title: 工作通讯\n')
    save('pub/one/bulletin.yaml', settings)
    save('pub/one/1.md', first)
    save('pub/one/2.md', article({ title: '有图' }, `${prose(60)}\n\n![图](images/a.png)`))
    save('pub/one/images/a.png', await drawing(40, 40))
  })
  // Its output files are in the folder that it watches.
  const run = watched('pub/one', '-o', 'pub/one/one.pdf', '--html', 'pub/one/one.html')

  it('an article is edited', async () => {
    save('pub/one/1.md', article({ title: '改过的一篇' }, prose(60)))
    expect(await run().report()).toMatchObject({ changed: ['1.md'], pages: 4 })
    expect(await textOf('pub/one/one.pdf')).toContain('改过的一篇')
  })

  it('an article is added, in a folder of its own', async () => {
    save('pub/one/more/3.md', article({ title: '新来的' }, prose(60)))
    expect(await run().report()).toMatchObject({ changed: ['more/3.md'] })
    expect(await textOf('pub/one/one.pdf')).toContain('新来的')
  })

  it('an article is removed', async () => {
    rmSync(join(folder, 'pub/one/more'), { recursive: true })
    expect(await run().report()).toMatchObject({ changed: ['more/3.md'] })
    expect(await textOf('pub/one/one.pdf')).not.toContain('新来的')
  })

  it('a file is saved by renaming another over it', async () => {
    save('pub/one/.1.md.tmp', article({ title: '换上的' }, prose(60)))
    renameSync(join(folder, 'pub/one/.1.md.tmp'), join(folder, 'pub/one/1.md'))
    expect(await run().report()).toMatchObject({ changed: ['1.md'] })
    expect(await textOf('pub/one/one.pdf')).toContain('换上的')
  })

  it('an editor moves the old file away, writes a new one and tidies up', async () => {
    const path = join(folder, 'pub/one/1.md')
    save('pub/one/4913', '')
    rmSync(join(folder, 'pub/one/4913'))
    renameSync(path, `${path}~`)
    save('pub/one/.1.md.swp', 'b0VIM')
    save('pub/one/~$1.md', '\0')
    writeFileSync(path, first)
    rmSync(`${path}~`)
    expect(await run().report()).toMatchObject({ changed: ['1.md'], exitCode: 0 })
  })

  it('a picture is replaced', async () => {
    const before = readFileSync(join(folder, 'pub/one/one.pdf'))
    save('pub/one/images/a.png', await drawing(80, 80))
    expect(await run().report()).toMatchObject({ changed: ['images/a.png'], exitCode: 0 })
    expect(readFileSync(join(folder, 'pub/one/one.pdf')).equals(before)).toBe(false)
  })

  it('a picture that was missing appears', async () => {
    save('pub/one/2.md', article({ title: '有图' }, `${prose(60)}\n\n![图](../shared/b.png)`))
    const failed = await run().report()
    expect(failed).toMatchObject({ changed: ['2.md'], exitCode: 1 })
    expect(failed.diagnostics.map(({ rule }) => rule)).toContain('image-missing')
    save('pub/shared/b.png', await drawing(40, 40))
    const healed = await run().report()
    expect(healed).toMatchObject({ changed: ['pub/shared/b.png'], exitCode: 0, pages: 4 })
  })

  it('the settings above the issue change', async () => {
    save('pub/bulletin.yaml', 'title: 另一份通讯\n')
    expect(await run().report()).toMatchObject({
      changed: ['pub/bulletin.yaml'],
      title: '另一份通讯',
    })
  })

  it('bulletin.yaml is broken, then mended', async () => {
    const before = readFileSync(join(folder, 'pub/one/one.pdf'))
    save('pub/one/bulletin.yaml', `刊明: 通讯\n${settings}`)
    expect(await run().report()).toMatchObject({ changed: ['bulletin.yaml'], exitCode: 2 })
    expect(readFileSync(join(folder, 'pub/one/one.pdf')).equals(before)).toBe(true)
    save('pub/one/bulletin.yaml', settings)
    expect(await run().report()).toMatchObject({ changed: ['bulletin.yaml'], exitCode: 0 })
  })

  it('a template is chosen, edited and left', async () => {
    save('looks/red/styles/colours.css', ':root{--red:#aa0000}')
    save('pub/one/bulletin.yaml', `${settings}template: ../../looks/red\n`)
    expect(await run().report()).toMatchObject({ changed: ['bulletin.yaml'], exitCode: 0 })
    save('looks/red/page.hbs', '{{#if titel}}{{/if}}')
    const wrong = await run().report()
    expect(wrong).toMatchObject({ changed: ['looks/red/page.hbs'], exitCode: 2 })
    rmSync(join(folder, 'looks/red/page.hbs'))
    expect(await run().report()).toMatchObject({ changed: ['looks/red/page.hbs'], exitCode: 0 })
    save('pub/one/bulletin.yaml', settings)
    expect(await run().report()).toMatchObject({ changed: ['bulletin.yaml'], exitCode: 0 })
    save('looks/red/page.hbs', 'nobody looks at it any more')
  })

  it('a font file is replaced', async () => {
    const font = (name: string) => readFileSync(join(root, 'dist/fonts', name))
    save('pub/one/a.ttf', font('BulletinKai.ttf'))
    save('pub/one/bulletin.yaml', 'fonts: { hei: ./a.ttf }\n')
    const [before] = (await run().reportsUntil(({ exitCode }) => exitCode === 0)).slice(-1)
    save('pub/one/a.ttf', font('BulletinHei.ttf'))
    const after = await run().report()
    expect(after).toMatchObject({ changed: ['a.ttf'], exitCode: 0 })
    const hei = (report: typeof after | undefined) =>
      report?.fonts.find(({ role }) => role === 'hei')?.family
    expect(hei(after)).not.toBe(hei(before))
    save('pub/one/bulletin.yaml', settings)
    expect(await run().report()).toMatchObject({ changed: ['bulletin.yaml'], exitCode: 0 })
  })

  it('the folder goes away and comes back', async () => {
    const [here, away] = [join(folder, 'pub'), join(folder, 'away')]
    renameSync(here, away)
    const gone = await run().report()
    expect(gone.fault?.message).toContain('pub/one')
    renameSync(away, here)
    const reports = await run().reportsUntil(({ exitCode }) => exitCode === 0)
    expect(reports.at(-1)).toMatchObject({ pages: 4 })
    save('pub/one/1.md', article({ title: '回来以后' }, prose(60)))
    expect(await run().report()).toMatchObject({ changed: ['1.md'], exitCode: 0 })
  })

  it('twenty saves come at once: at most two builds, the last save in it, and none afterwards', async () => {
    for (let n = 1; n <= 20; n++) {
      const text = article({ title: `第${n}稿` }, prose(60))
      await writeFile(join(folder, 'pub/one/1.md'), text)
    }
    const isLast = ({ articles }: { articles: { title: string }[] }) =>
      articles.some(({ title }) => title === '第20稿')
    expect((await run().reportsUntil(isLast)).length).toBeLessThanOrEqual(2)
    save('pub/one/2.md', article({ title: '第二十一次' }, prose(60)))
    expect(await run().report()).toMatchObject({ changed: ['2.md'] })
  })

  it('a file comes in pieces: once, when it is whole', async () => {
    const whole = article({ title: '一点一点写成的' }, prose(400))
    const path = join(folder, 'pub/one/1.md')
    await writeFile(path, '')
    for (let end = 20; end <= whole.length + 20; end += 20)
      await writeFile(path, whole.slice(0, end))
    expect(await run().report()).toMatchObject({ changed: ['1.md'], exitCode: 0 })
    expect(await textOf('pub/one/one.pdf')).toContain('一点一点写成的')
  })
})

describe('several issues', () => {
  beforeAll(() => {
    save('many/bulletin.yaml', `title: 工作通讯\n${settings}`)
    for (const name of ['a', 'b']) save(`many/${name}/1.md`, first)
  })

  it('are watched at once: what they share rebuilds both', async () => {
    const run = watching(['many/a', 'many/b', '--json'], { cwd: folder })
    const issues = async () => [(await run.report()).issue, (await run.report()).issue].toSorted()
    expect(await issues()).toEqual(['many/a', 'many/b'])
    save('many/b/1.md', article({ title: '只有这一期' }, prose(60)))
    expect(await run.report()).toMatchObject({ issue: 'many/b', changed: ['1.md'] })
    save('many/bulletin.yaml', `title: 通讯\n${settings}`)
    expect(await issues()).toEqual(['many/a', 'many/b'])
    expect(await run.stop()).toMatchObject({ code: 130 })
  })
})

describe('what is said', () => {
  it('is one line a rebuild, every error in full, and that it is mended', async () => {
    save('said/bulletin.yaml', settings)
    save('said/1.md', first)
    const run = watching(['said'], { cwd: folder })
    await run.until(/^正在监视 said，.*Ctrl-C/)
    save('said/1.md', article({ title: '改' }, prose(60)))
    const line = await run.until(/PDF/)
    expect(line).toMatch(/^\d\d:\d\d:\d\d {2}1\.md {2}PDF 已生成：said\.pdf（4 页），\d+ 毫秒$/)
    save('said/1.md', article({ title: '' }, prose(60)))
    const wrong = await run.until(/没有生成 PDF/)
    expect(wrong).toMatch(/^said\/1\.md:\d+:\d+ {2}错误 {2}/)
    expect(wrong).toMatch(/改法：/)
    save('said/1.md', first)
    expect(await run.until(/PDF/)).toMatch(/^\d\d:\d\d:\d\d {2}1\.md {2}已改好；PDF 已生成：/)
    save('said/1.md', article({ title: '一篇' }, `${prose(40)}\n\n<script>x</script>`))
    const warned = await run.until(/PDF/)
    expect(warned).toMatch(/警告/)
    save('said/1.md', article({ title: '二篇' }, `${prose(40)}\n\n<script>x</script>`))
    expect(await run.until(/PDF/)).toMatch(/^\S+ {2}1\.md {2}\d+ 个警告；PDF 已生成：.*毫秒$/)
    const { stdout, stderr } = await run.stop()
    expect(stdout).toBe('')
    expect(stderr).not.toContain('\u001b')
  })

  it('is only errors with --quiet', async () => {
    save('quiet/bulletin.yaml', settings)
    save('quiet/1.md', article({ title: '' }, prose(60)))
    const run = watching(['quiet', '--quiet'], { cwd: folder })
    await run.until(/没有生成 PDF/)
    save('quiet/1.md', article({ title: '好' }, prose(60)))
    save('quiet/2.md', article({ title: '' }, prose(60)))
    const second = await run.until(/没有生成 PDF/)
    expect(second).not.toContain('PDF 已生成')
    expect((await run.stop()).stderr).not.toContain('正在监视')
  })
})

describe('a watch that cannot begin', () => {
  it.each([
    ['a wrong name', ['nowhere'], 2],
    ['a wrong name among others', ['many/a', 'nowhere'], 2],
    ['a browser that is not there', ['many/a', '--browser', '/no/such'], 2],
    ['--force', ['many/a', '--force'], 2],
    ['--shard', ['many/a', 'many/b', '--shard', '1/2'], 2],
    ['--fail-fast', ['many/a', 'many/b', '--fail-fast'], 2],
    ['two issues in one file', ['many/a', 'many/b', '-o', 'x.pdf'], 2],
  ])('ends at once: %s', async (_, words, code) => {
    const run = await bulletin(['build', ...words, '--watch'], { cwd: folder })
    expect(run.code, run.stderr).toBe(code)
    expect(run.stderr).toContain('改法：')
    expect(run.stderr).not.toContain('正在监视')
  })
})

it('watches a single file', async () => {
  save('single/notice.md', article({ title: '通知' }, prose(60)))
  mkdirSync(join(folder, 'single'), { recursive: true })
  const run = watching(['single/notice.md', '--json'], { cwd: folder })
  await run.report()
  save('single/other.md', 'nobody asked for it')
  save('single/notice.md', article({ title: '改了的通知' }, prose(60)))
  expect(await run.report()).toMatchObject({ changed: ['notice.md'], exitCode: 0 })
  await run.stop()
})
