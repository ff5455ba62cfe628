import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { srgbProfile } from '../../src/images/srgb-profile.js'
import { withArtifacts } from '../../src/pdf/archive/artifacts.js'
import { unicodeOf } from '../../src/pdf/archive/glyphs-shown.js'
import { archivePdf } from '../../src/pdf/archive/index.js'
import { archiveRules } from '../../src/pdf/archive/rules.js'
import { readPdf } from '../../src/pdf/document.js'
import { finishPdf } from '../../src/pdf/index.js'
import { root } from '../kit/workspace.js'

let archive: ReturnType<typeof archivePdf>
beforeAll(async () => {
  const finished = finishPdf(readFileSync(join(root, 'test/data/chromium-147.pdf')), {
    title: '通讯',
    creator: 'bulletin 0',
    date: new Date(0),
    lang: 'zh-CN',
  })
  archive = archivePdf(finished, await srgbProfile())
})

describe('PDF/A', () => {
  it('a page of the browser keeps every rule', () => {
    expect(archive).toMatchObject({ level: '2a', broken: [] })
  })

  it.each([
    ['%PDF-1.4\n%', '%PDF-1.4\n ', '6.1.2'],
    ['/ID [<', '/IX [<', '6.1.3'],
    ['/Producer', '/FFilter ', '6.1.7'],
    ['/GTS_PDFA1', '/GTS_PDFX4', '6.2.3'],
    ['/ItalicAngle', '/DeviceCMYKx', '6.2.4.3'],
    ['/FontFile2', '/FontFileX', '6.2.11.4'],
    ['/F 4\n', '/F 2\n', '6.3'],
    ['/Outlines', '/AcroForm', '6.4'],
    ['pdfaid:part>2<', 'pdfaid:part>3<', '6.6'],
    ['/ToUnicode', '/ToUnicodX', '6.2.11.7.2'],
    ['/Marked true', '/Marked nope', '6.7.2'],
    ['/S /H1\n', '/S /Q1\n', '6.7.3'],
    ['/Lang (zh', '/Lanx (zh', '6.7.4'],
  ])('%j → %j breaks a rule, which is noticed', (from, to, clause) => {
    const text = Buffer.from(archive.bytes).toString('latin1')
    if (!text.includes(from) || from.length !== to.length) return expect.unreachable(from)
    const bytes = Buffer.from(text.replaceAll(from, to), 'latin1')
    const broken = archiveRules.filter((rule) => rule.isBroken(readPdf(bytes)))
    expect(broken.map((rule) => rule.clause)).toContain(clause)
  })
})

describe('artifacts', () => {
  it.each([
    ['a rule', '0 0 5 1 re f', '/Artifact BMC 0 0 5 1 re f EMC'],
    ['a page number', 'BT (3) Tj ET', 'BT /Artifact BMC (3) Tj EMC ET'],
    ['tagged text', '/P <</MCID 0>> BDC (a) Tj EMC', '/P <</MCID 0>> BDC (a) Tj EMC'],
    ['a clip paints nothing', 'q 0 0 5 5 re W n Q', 'q 0 0 5 5 re W n Q'],
    ['a form with tags', '/X1 Do /X2 Do', '/X1 Do /Artifact BMC /X2 Do EMC'],
  ])('%s', (_, content, marked) => {
    const drawsTagged = (name: string) => name === 'X1'
    expect(withArtifacts(content, drawsTagged)).toBe(marked)
    expect(withArtifacts(marked, drawsTagged)).toBe(marked)
  })
})

it('the text of codes is read from characters and ranges', () => {
  const cmap =
    '1 beginbfchar\n<0001> <4E2D>\nendbfchar\n2 beginbfrange\n<0002> <0004> <0041>\n<0009> <0009> <D840DC00>\nendbfrange'
  expect([...unicodeOf(cmap)]).toEqual([
    [1, '中'],
    [2, 'A'],
    [3, 'B'],
    [4, 'C'],
    [9, '𠀀'],
  ])
})
