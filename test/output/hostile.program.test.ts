import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countingServer } from '../kit/counting-server.js'
import { article, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { type Files, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('hostile')
const secret = 'SECRET-4711'

let server: Awaited<ReturnType<typeof countingServer>>
let printed: Record<'alive' | 'remote' | 'outside' | 'symlink' | 'code' | 'settings', Printed>
beforeAll(async () => {
  server = await countingServer()
  const { origin } = server
  const outside = join(folder, 'secret.txt')
  writeFileSync(outside, secret)
  writeFiles(folder, {
    'secret.png': await drawing(50, 50),
    'secret.md': article({ title: secret }, secret),
  })
  const raw = [
    `<script>document.body.textContent = '${secret}'; fetch('${origin}/script')</script>`,
    `<iframe src="file:///etc/passwd"></iframe><iframe src="${origin}/iframe"></iframe>`,
    `<iframe srcdoc="<p>${secret}</p>"></iframe>`,
    `<object data="file://${outside}"></object><embed src="file://${outside}">`,
    `<link rel="stylesheet" href="${origin}/style.css"><style>@import url(${origin}/import.css); p { display: none }</style>`,
    `<meta http-equiv="refresh" content="0; url=file://${outside}"><base href="${origin}/">`,
    `<table background="${origin}/background" style="background: url(${origin}/url)"><tr><td onclick="x()" style="font-size: 90pt" class="title">表内文字</td></tr></table>`,
    `<svg onload="x()"><text>${secret}</text></svg>`,
    `<form action="${origin}"><input value="${secret}"></form><video poster="${origin}/poster"></video>`,
    '<p>尾巴</p>',
  ].join('\n\n')
  const issues = {
    alive: {
      'bulletin.yaml': 'title: 工作通讯\npublisher: "{{title}}<b>会</b>"\n',
      '1.md': article(
        { title: '原样的字 {{constructor}} <script>x</script>', unit: '{{this.constructor}}' },
        `开头。{{constructor.constructor('return process')()}} {{{title}}} {{> cover}} {{#each this}}\n\n${raw}\n\n[点我](javascript:alert(1))和[文件](file:///etc/passwd)。\n\n${prose(30)}`,
      ),
    },
    remote: {
      '1.md': article(
        { title: '远程图片' },
        `![甲](${origin}/a.png)\n\n![乙](//127.0.0.1/b.png)\n\n<img src="${origin}/raw.png" onerror="alert(1)">`,
      ),
    },
    outside: {
      '1.md': article(
        { title: '外面的图片' },
        `![甲](../secret.png)\n\n![乙](%2e%2e/secret.png)\n\n![丙](/etc/passwd)\n\n![丁](file://${folder}/secret.png)`,
      ),
    },
    symlink: {
      '1.md': article({ title: '链接' }, `${prose(20)}\n\n![甲](images/link.png)`),
      'images/a.png': await drawing(50, 50),
    },
    code: {
      '1.md': `---js\n{ title: require('fs').writeFileSync('${folder}/ran', 'x') || '跑了', section: '一' }\n---\n\n正文。\n`,
    },
    settings: {
      'bulletin.yaml': 'title: !!js/function "function () { return 1 }"\ncover: ../secret.txt\n',
      '1.md': article({ title: '一' }, prose(20)),
    },
  } satisfies Record<string, Files>
  writeFiles(join(folder, 'symlink'), issues.symlink)
  symlinkSync(join(folder, 'secret.png'), join(folder, 'symlink/images/link.png'))
  symlinkSync(join(folder, 'secret.md'), join(folder, 'symlink/2.md'))
  symlinkSync(folder, join(folder, 'symlink/all'))
  printed = await press(folder, issues)
})
afterAll(() => server.close())

const rules = ({ report }: Printed) => report.diagnostics.map(({ rule }) => rule)
const textOf = ({ pdf }: Printed) => pdf.pages.map(({ text }) => text).join('')

describe('hostile HTML', () => {
  it('is dropped with a warning that says where, and the rest is printed', () => {
    const { report } = printed.alive
    expect(report.pdf).toBeDefined()
    const warnings = report.diagnostics.filter(({ file }) => file.endsWith('1.md'))
    expect(warnings.length).toBeGreaterThan(6)
    for (const { severity, at } of warnings) {
      expect(severity).toBe('warning')
      expect(at.line).toBeGreaterThan(5)
    }
    expect(textOf(printed.alive)).toContain('表内文字')
    expect(textOf(printed.alive)).toContain('尾巴')
  })

  it('shows nothing of the machine and nothing that a script wrote', () => {
    const text = textOf(printed.alive)
    expect(text).not.toContain(secret)
    expect(text).not.toMatch(/root:|\/bin\/(ba)?sh|LEAKED/)
  })

  it('cannot dress up as furniture of ours', () => {
    const glyph = printed.alive.pdf.pages.flatMap(({ glyphs }) => glyphs)
    const cell = glyph.filter(({ text }) => text === '表')
    expect(cell.length).toBeGreaterThan(0)
    for (const { size, font } of cell) {
      expect(size).toBeLessThan(16)
      expect(font).not.toBe('BulletinTitle')
    }
  })

  it('leads nowhere but to web addresses', () => {
    const urls = printed.alive.pdf.pages.flatMap(({ links }) =>
      links.flatMap(({ url }) => url ?? []),
    )
    expect(urls).toEqual([])
  })

  it('asks no server for anything', () => {
    expect(server.asked).toEqual([])
  })
})

describe('braces', () => {
  it('are text in titles, units, settings and articles', () => {
    const text = textOf(printed.alive).replace(/\s/g, '')
    expect(text).toContain('原样的字{{constructor}}')
    expect(text).toContain('{{this.constructor}}')
    expect(text).toContain(
      "{{constructor.constructor('returnprocess')()}}".replace(/'/g, ''.padEnd(0)).slice(0, 24),
    )
    expect(text).toContain('{{>cover}}')
    expect(text).toContain('{{title}}<b>会</b>')
  })
})

describe('pictures', () => {
  it('are never fetched: a remote one is an error', () => {
    expect(printed.remote.report.exitCode).toBe(1)
    expect(rules(printed.remote)).toEqual(['image-remote'])
    expect(printed.remote.report.diagnostics[0]?.also).toHaveLength(2)
    expect(server.asked).toEqual([])
  })

  it('outside the issue are errors, each with its place', () => {
    const { report } = printed.outside
    expect(report.exitCode).toBe(1)
    expect(report.diagnostics).toHaveLength(4)
    expect(new Set(report.diagnostics.map(({ at }) => at.line)).size).toBe(4)
    expect(rules(printed.outside).slice(0, 2)).toEqual(['image-outside', 'image-outside'])
  })

  it('and articles behind a link that leads out are not read', () => {
    const { report, pdf } = printed.symlink
    expect(report.pdf).toBeUndefined()
    expect(rules(printed.symlink)).toContain('image-outside')
    expect(report.articles.map(({ title }) => title)).not.toContain(secret)
    expect(pdf.pages).toEqual([])
  })
})

describe('front-matter and settings', () => {
  it('are never run as code', async () => {
    expect(existsSync(join(folder, 'ran'))).toBe(false)
    expect(printed.code.report.exitCode).toBe(1)
    expect(rules(printed.code)).toContain('front-matter-code')
  })

  it('may not name a function or a file outside', () => {
    expect(printed.settings.report.pdf).toBeUndefined()
    expect(printed.settings.report.exitCode).toBe(2)
  })
})

describe.runIf(process.platform !== 'win32')('a link in place of a file of the issue', () => {
  const outside = join(folder, 'outside.yaml')
  writeFileSync(outside, `extends: ${secret}\n`)
  const linked = (name: string, files: Files) => {
    const issue = join(folder, `linked-${name.replaceAll('/', '-')}`)
    writeFiles(issue, { '1.md': article({ title: '一' }, prose(20)), ...files })
    symlinkSync(outside, join(issue, name))
    return issue
  }

  it.each([
    ['bulletin.yaml', {}, 'link-outside'],
    ['own/template.yaml', { 'bulletin.yaml': '模板: ./own\n', 'own/styles/a.css': '' }, undefined],
    ['own/styles/b.css', { 'bulletin.yaml': '模板: ./own\n', 'own/styles/a.css': '' }, undefined],
  ])('%s: nothing of what it leads to is shown or printed', async (name, files, rule) => {
    const cwd = linked(name, files)
    const out = join(cwd, 'out')
    const { code, stdout, stderr } = await bulletin(
      ['build', '.', '--out-dir', out, '--html', join(out, 'a.html')],
      { cwd },
    )
    if (rule !== undefined) expect([code, stderr]).toEqual([2, expect.stringContaining(rule)])
    expect(stdout + stderr).not.toContain(secret)
    const page = join(out, 'a.html')
    expect(existsSync(page) ? readFileSync(page, 'utf8') : '').not.toContain(secret)
  })
})
