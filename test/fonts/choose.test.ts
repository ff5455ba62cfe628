import { describe, expect, it } from 'vitest'
import type { BundledFace } from '../../src/fonts/bundled.js'
import { chooseFonts } from '../../src/fonts/choose.js'
import { standInLine } from '../../src/fonts/css.js'
import type { FontFace } from '../../src/fonts/face.js'
import { fontFolders } from '../../src/fonts/folders.js'
import {
  BOLD_FANGSONG_FILE,
  CODE_FILE,
  LATIN_MARKS_FILE,
  ROLE_NAMES,
  ROLES,
  SYMBOL_FILES,
} from '../../src/fonts/roles.js'
import type { Settings } from '../../src/model/settings.js'

const place = { file: 'issue-54/bulletin.yaml', at: { line: 7, column: 1 } }

const face = (names: string[], more: Partial<FontFace> = {}): FontFace => ({
  file: `/fonts/${names[0]}.ttf`,
  index: 0,
  names,
  family: names[0] ?? '',
  fullName: names[0] ?? '',
  postScriptName: names[0] ?? '',
  weight: 400,
  italic: false,
  ...more,
})

const bundled = new Map<string, BundledFace>(
  [
    ...ROLE_NAMES.map((role) => ROLES[role].bundled.file),
    BOLD_FANGSONG_FILE,
    LATIN_MARKS_FILE,
    CODE_FILE,
    ...SYMBOL_FILES,
  ].map((file) => [
    file,
    { ...face([file]), unitsPerEm: 1000, space: 250, runs: [0x20, 0x60], widths: [] },
  ]),
)

const choose = (
  wanted: Settings['fonts'],
  installed: FontFace[] = [],
  configured = new Map<string, FontFace[] | 'missing' | 'unreadable'>(),
) => chooseFonts(wanted, { bundled, installed, configured }, place)

const fangsong = face(['FangSong', '仿宋'])
const fangsongGb = face(['FangSong_GB2312', '仿宋_GB2312'])

describe('without a wish', () => {
  it('sets every role in a bundled face when nothing is installed', () => {
    const { roles, open, diagnostics } = choose(undefined)
    expect(Object.values(roles).map(({ origin }) => origin)).toEqual(Array(5).fill('bundled'))
    expect(open).toEqual([])
    expect(diagnostics).toEqual([])
  })

  it('takes the installed face that stands first in the list of the role', () => {
    expect(choose(undefined, [fangsong, fangsongGb]).roles.fangsong).toMatchObject({
      face: fangsongGb,
      origin: 'installed',
      standIn: false,
    })
  })

  it.each([['仿宋'], ['fang song'], ['ＦａｎｇＳｏｎｇ']])('knows %s as 仿宋', (name) => {
    expect(choose(undefined, [face([name])]).roles.fangsong.origin).toBe('installed')
  })

  it('takes the regular of a family that has several faces', () => {
    const bold = face(['SimSun'], { weight: 700 })
    const italic = face(['SimSun'], { italic: true })
    const regular = face(['SimSun'])
    expect(choose(undefined, [bold, italic, regular]).roles.song.face).toBe(regular)
  })

  it('calls a near relative a stand-in and keeps the bundled face at hand for what it lacks', () => {
    const fonts = choose(undefined, [face(['STZhongsong', '华文中宋'], { family: '华文中宋' })])
    expect(fonts.roles.title).toMatchObject({ origin: 'installed', standIn: true })
    expect(fonts.open.map(({ family }) => family)).toEqual(['bulletin-open-title'])
    expect(standInLine(fonts)).toBe('代用字体：小标宋用华文中宋，仿宋用思源宋体细体。')
  })

  it('says nothing of stand-ins when 小标宋 and 仿宋 are there', () => {
    expect(standInLine(choose(undefined, [fangsong, face(['方正小标宋简体'])]))).toBeUndefined()
  })
})

describe('bold 仿宋', () => {
  it('is the bundled bold when the installed family has none', () => {
    expect(choose(undefined, [fangsong]).boldFangsong.origin).toBe('bundled')
  })

  it('is the bold of the same family when there is one', () => {
    const bold = face(['FangSong Bold'], { family: 'FangSong', weight: 700 })
    expect(choose(undefined, [fangsong, bold]).boldFangsong).toMatchObject({
      face: bold,
      bold: true,
    })
  })
})

describe('with a wish', () => {
  it('leaves installed fonts alone under “bundled”', () => {
    expect(choose('bundled', [fangsong]).roles.fangsong.origin).toBe('bundled')
  })

  it('finds a family by name and leaves the other roles as they are', () => {
    const kai = face(['My Kai'])
    const { roles } = choose({ kai: 'my kai' }, [kai, fangsong])
    expect(roles.kai).toMatchObject({ face: kai, origin: 'configured' })
    expect(roles.fangsong.origin).toBe('installed')
  })

  it('names the nearest installed family when one is mistyped, at the place of fonts', () => {
    const { diagnostics, roles } = choose({ fangsong: 'FangSnog' }, [fangsong])
    expect(diagnostics).toMatchObject([
      { rule: 'font-not-installed', at: place.at, configuration: true, severity: 'error' },
    ])
    expect(diagnostics[0]?.message).toContain('“FangSnog”')
    expect(diagnostics[0]?.hint).toContain('“FangSong”')
    expect(roles.fangsong.origin).toBe('installed')
  })

  it.each([
    ['missing', 'font-file-missing'],
    ['unreadable', 'font-file-unreadable'],
  ] as const)('points at the reference of a file that is %s', (state, rule) => {
    const at = { line: 9, column: 5 }
    const wish = { path: 'a.ttf', absolute: '/i/a.ttf', place: { ...place, at } }
    const { diagnostics } = choose({ title: wish }, [], new Map([['/i/a.ttf', state]]))
    expect(diagnostics).toMatchObject([{ rule, at, configuration: true }])
    expect(diagnostics[0]?.message).toContain('“a.ttf”')
  })

  it('takes the first face of a file', () => {
    const wish = { path: 'a.ttc', absolute: '/i/a.ttc', place }
    const faces = [face(['A']), face(['B'], { index: 1 })]
    expect(choose({ song: wish }, [], new Map([['/i/a.ttc', faces]])).roles.song).toMatchObject({
      face: faces[0],
      origin: 'configured',
      standIn: false,
    })
  })
})

describe('the folders', () => {
  it.each([
    ['linux', '/own:/more', ['/own', '/more', '/home/a/.local/share/fonts', '/home/a/.fonts']],
    ['darwin', '/own', ['/own', '/home/a/Library/Fonts', '/Library/Fonts']],
    [
      'win32',
      'D:\\own;E:\\more',
      ['D:\\own', 'E:\\more', 'L:\\Microsoft\\Windows\\Fonts', 'W:\\Fonts'],
    ],
  ] as const)('on %s begin with the editor’s own', (platform, extra, first) => {
    const folders = fontFolders({
      platform,
      home: '/home/a',
      extra,
      localAppData: 'L:\\',
      windir: 'W:\\',
    })
    expect(folders.slice(0, first.length)).toEqual(first)
  })
})
