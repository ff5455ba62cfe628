import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { article } from '../kit/manuscript.js'
import { damagedPng, photo, photoPng, screenshotWithPhoto, withAdobe } from '../kit/pictures.js'
import { type Printed, press } from '../kit/press.js'
import { type Files, workspace } from '../kit/workspace.js'

const folder = workspace('late-pictures')

/** Settings and styles of issues, and how often the browser prints each. `rare` have other pictures. */
const looks = {
  usual: { css: '', settings: '', prints: 1 },
  lossless: { css: '', settings: '图片: { 无损: 是 }\n', prints: 1 },
  translucent: { css: '.frame img { opacity: 0.5 }', settings: '', prints: 1 },
  filtered: { css: '.frame img { filter: invert(1) }', settings: '', prints: 2 },
  hidden: { css: '.frame img { visibility: hidden }', settings: '', prints: 2 },
  rare: { css: '', settings: '', prints: 1 },
  damaged: { css: '', settings: '图片: { 无损: 是 }\n', prints: 2 },
} as const
type Look = keyof typeof looks
const names = Object.keys(looks) as Look[]

let issues: Record<Look, Files>
beforeAll(async () => {
  const pictures = {
    'a.png': await photoPng({ width: 800, height: 500, grain: 3 }),
    'b.jpg': await photo({ width: 3000, height: 2001, orientation: 6 }),
    'c.jpg': await photo({ width: 900, height: 601 }),
    'd.png': await screenshotWithPhoto(),
  }
  const body = await photo({ width: 900, height: 601 })
  const rare = { 'a.jpg': withAdobe(body, 1), 'b.jpg': withAdobe(body, 0) }
  const damaged = { 'a.png': damagedPng(pictures['a.png']), 'b.jpg': body }
  const placed = (files: Files) => Object.keys(files).map((name) => `正文。\n\n![图](${name})`)
  const issueOf = ({ css, settings }: (typeof looks)[Look], files: Files = pictures): Files => ({
    ...files,
    '1.md': article({ title: '图' }, placed(files).join('\n\n')),
    'bulletin.yaml': `title: 工作通讯\nfonts: bundled\ntemplate: ./look\n${settings}`,
    'look/template.yaml': 'extends: newsletter\n',
    'look/styles/own.css': css,
  })
  issues = {
    usual: issueOf(looks.usual),
    lossless: issueOf(looks.lossless),
    translucent: issueOf(looks.translucent),
    filtered: issueOf(looks.filtered),
    hidden: issueOf(looks.hidden),
    rare: issueOf(looks.rare, rare),
    damaged: issueOf(looks.damaged, damaged),
  }
})

describe('pictures that are put into the PDF', () => {
  let late: Record<Look, Printed>
  beforeAll(async () => {
    late = await press(join(folder, 'late'), issues)
  })

  it.each(names)('give the file that the browser writes with the pictures: %s', async (name) => {
    // The HTML file is the page as it was printed: the browser is given the pictures themselves.
    const words = ['--html', join(folder, `${name}.html`)]
    const { one } = await press(join(folder, 'whole', name), { one: issues[name] }, { words })
    expect(one.report.prints).toBe(1)
    expect(late[name].report.prints).toBe(looks[name].prints)
    expect(Buffer.compare(late[name].bytes, one.bytes)).toBe(0)
  })
})
