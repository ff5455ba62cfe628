import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../src/model/template.js'
import { press } from '../kit/press.js'
import { bulletin, lastLine } from '../kit/program.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('template-commands')

describe('bulletin template', () => {
  it('lists the built-in templates, each with what it is for', async () => {
    const { code, stdout } = await bulletin(['template', 'list'])
    expect(code).toBe(0)
    const rows = stdout.trimEnd().split('\n')
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual([...builtInTemplates])
    expect(rows.join('')).toContain('公文')
  })

  it.each(builtInTemplates)('ejects %s into a folder that checks clean', async (name) => {
    const own = join(folder, name)
    const made = await bulletin(['template', 'eject', name, own])
    expect(made.code).toBe(0)
    expect(readdirSync(own)).toContain('page.hbs')
    expect(readFileSync(join(own, 'template.yaml'), 'utf8')).toContain(`extends: ${name}`)
    const checked = await bulletin(['template', 'check', own])
    expect(checked.stderr).toBe('')
    expect(checked.code).toBe(0)
  })

  it('writes nothing into a folder that holds something', async () => {
    const own = join(folder, 'held')
    await bulletin(['template', 'eject', 'newsletter', own])
    const page = join(own, 'page.hbs')
    writeFileSync(page, '我的')
    const { code, stderr } = await bulletin(['template', 'eject', 'briefing', own])
    expect(code).toBe(2)
    expect(lastLine(stderr)).toMatch(/^改法：/)
    expect(readFileSync(page, 'utf8')).toBe('我的')
  })

  it('says where a template names what does not exist, and what would', async () => {
    const own = join(folder, 'wrong')
    await bulletin(['template', 'eject', 'document', own])
    const path = join(own, 'partials/red-head.hbs')
    writeFileSync(path, readFileSync(path, 'utf8').replace('document.number', 'document.nummer'))
    const { code, stderr } = await bulletin(['template', 'check', own])
    expect(code).toBe(2)
    expect(stderr).toMatch(/red-head\.hbs:5:\d+/)
    expect(stderr).toContain('改成 number')
  })

  it.each([
    [['template', 'eject', 'newslettre', 'x'], '没有叫“newslettre”的自带模板。'],
    [['template', 'check'], '没有写要检查哪个模板文件夹。'],
    [['template', 'check', 'nowhere'], '找不到模板文件夹“nowhere”。'],
  ])('is told what is missing: %j', async (words, message) => {
    const { code, stderr } = await bulletin(words, { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('lets a folder extend the briefing: its page, its grid, no section asked for', async () => {
    const files = {
      'bulletin.yaml':
        'template: ./mine\ntitle: 书库简报\nnumber: 3\ntotal: 9\ndate: 2022-05-29\npublisher: 云溪市图书馆\n',
      '01.md': '---\ntitle: 书库开放\n---\n\n今天开门，来人不少。\n',
      'mine/template.yaml': 'extends: briefing\n',
    }
    const { own, none } = await press(join(folder, 'extending'), {
      own: files,
      none: { ...files, 'mine/template.yaml': 'extends: newsletter\n' },
    })
    expect(own.report.exitCode).toBe(0)
    expect(own.pdf.pages).toHaveLength(1)
    expect(own.pdf.pages[0]?.text).toContain('第3期')
    expect(own.pdf.pages[0]?.text).not.toContain('总第9期')
    expect(none.report.diagnostics.map(({ rule }) => rule)).toContain('section-missing')
  })

  it('names the built-in templates when a folder extends another', async () => {
    const { wrong } = await press(join(folder, 'extends'), {
      wrong: {
        'bulletin.yaml': 'template: ./mine\ntitle: 书库简报\n',
        '01.md': '---\ntitle: 书库开放\nsection: 要闻\n---\n\n今天开门。\n',
        'mine/template.yaml': '# 我的\nextends: breifing\n',
      },
    })
    const [said] = wrong.report.diagnostics.filter(({ rule }) => rule === 'template-extends')
    expect(said?.at.line).toBe(2)
    expect(said?.message).toContain('“breifing”')
    expect(wrong.report.exitCode).toBe(2)
  })
})
