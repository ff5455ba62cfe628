import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildFonts } from '../../scripts/build-fonts/index.js'
import { readBundledFaces } from '../../src/fonts/bundled.js'
import { missingCharacters } from '../../src/fonts/coverage.js'
import { fontFaceCss } from '../../src/fonts/css.js'
import { addressSource, dataSource, fontSubsets } from '../../src/fonts/embed.js'
import { privateFontconfig } from '../../src/fonts/fontconfig.js'
import { fonts } from '../../src/fonts/index.js'
import { inspectFace } from '../../src/fonts/inspect.js'
import { installedFaces } from '../../src/fonts/installed.js'
import { readFaces } from '../../src/fonts/names.js'
import type { Settings } from '../../src/model/settings.js'

const bundledFolder = resolve('dist/fonts')
const small = join(bundledFolder, 'BulletinLatinMarks.ttf')
const place = { file: 'bulletin.yaml', at: { line: 1, column: 1 } }

let folder: string
beforeAll(() => buildFonts(bundledFolder))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const chosen = (wanted: Settings['fonts'], extra?: string) =>
  fonts({
    wanted,
    place,
    bundledFolder,
    cacheFolder: folder,
    places: { platform: 'linux', home: folder, ...(extra ? { extra } : {}) },
  })

/** A collection of the same font twice. */
async function collection(): Promise<Buffer> {
  const font = await readFile(small)
  const header = Buffer.alloc(20)
  header.write('ttcf')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(2, 8)
  header.writeUInt32BE(20, 12)
  header.writeUInt32BE(20, 16)
  // Table offsets count from the start of the file.
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    font.writeUInt32BE(font.readUInt32BE(12 + i * 16 + 8) + 20, 12 + i * 16 + 8)
  }
  return Buffer.concat([header, font])
}

describe('scanning', () => {
  it('finds fonts in folders within folders and reads every face of a collection', async () => {
    await mkdir(join(folder, 'fonts/deep'), { recursive: true })
    await writeFile(join(folder, 'fonts/deep/two.TTC'), await collection())
    const faces = await installedFaces([join(folder, 'fonts')], folder)
    expect(faces.map(({ index, fullName }) => [index, fullName])).toEqual([
      [0, 'Bulletin Latin Marks'],
      [1, 'Bulletin Latin Marks'],
    ])
  })

  it('passes over broken files, other files, missing folders and links in a circle', async () => {
    await mkdir(join(folder, 'fonts'))
    await writeFile(join(folder, 'fonts/broken.ttf'), 'not a font')
    await writeFile(join(folder, 'fonts/cut.ttf'), (await readFile(small)).subarray(0, 300))
    await writeFile(join(folder, 'fonts/readme.txt'), 'text')
    await symlink(join(folder, 'fonts'), join(folder, 'fonts/again'))
    await copyFile(small, join(folder, 'fonts/good.ttf'))
    const faces = await installedFaces([join(folder, 'none'), join(folder, 'fonts')], folder)
    expect(faces.map(({ postScriptName }) => postScriptName)).toEqual(['BulletinLatinMarks'])
  })

  it('remembers names, and notices that a file has changed or gone', async () => {
    const file = join(folder, 'fonts/a.ttf')
    await mkdir(join(folder, 'fonts'))
    await copyFile(small, file)
    const first = await installedFaces([join(folder, 'fonts')], folder)
    expect(await installedFaces([join(folder, 'fonts')], folder)).toEqual(first)
    await writeFile(file, await collection())
    expect(await installedFaces([join(folder, 'fonts')], folder)).toHaveLength(2)
    await rm(file)
    expect(await installedFaces([join(folder, 'fonts')], folder)).toEqual([])
  })

  it('survives a damaged memory', async () => {
    await writeFile(join(folder, 'fonts-v1.json'), '{"half')
    await mkdir(join(folder, 'fonts'))
    await copyFile(small, join(folder, 'fonts/a.ttf'))
    expect(await installedFaces([join(folder, 'fonts')], folder)).toHaveLength(1)
  })
})

describe('coverage', () => {
  it.each(['song', 'fangsong', 'hei', 'kai', 'title'] as const)(
    'of %s holds what articles use',
    async (role) => {
      const { coverage } = await chosen('bundled')
      const text = '镕喆堃祎珺䶮㛃〇㎡℃№★●■□▲△○◎①⑳ⅠⅡ“”‘’—…·½⅓→\u2005\u2009\u2060\u200b\ufe0f‰×§　'
      expect(missingCharacters([{ role, text }], coverage)).toEqual([])
    },
  )

  it('names each missing character once', async () => {
    const { coverage } = await chosen('bundled')
    const texts = [{ role: 'kai', text: '好ꡀ好ꡀ' } as const, { role: 'kai', text: 'ꡀ' } as const]
    expect(missingCharacters(texts, coverage)).toEqual([{ role: 'kai', text: 'ꡀ' }])
  })

  it('reads a configured font and falls back to the bundled one', async () => {
    const wish = { path: 'a.ttf', absolute: small, place }
    const { chosen: fontsChosen, coverage } = await chosen({ kai: wish })
    expect(fontsChosen.diagnostics).toEqual([])
    expect(coverage.faceFor('kai', 0x201c)?.face.file).toBe(small)
    expect(coverage.faceFor('kai', 0x597d)?.face.fullName).toBe('Bulletin Kai')
  })

  it('takes a font that is damaged behind its names for one without characters', async () => {
    const absolute = join(folder, 'cut.ttf')
    const font = await readFile(small)
    const cmap = font.indexOf('cmap', 12, 'latin1')
    font.writeUInt32BE(font.length, cmap + 8)
    await writeFile(absolute, font)
    const { coverage } = await chosen({ kai: { path: 'cut.ttf', absolute, place } })
    expect(coverage.faceFor('kai', 0x201c)?.face.fullName).toBe('Bulletin Kai')
  })

  it('looks up bold text past the regular face of its own family', async () => {
    const { coverage } = await chosen('bundled')
    expect(coverage.faceFor('fangsong', 0x597d, true)?.bold).toBe(true)
    // 㐂 is beyond what the bold face has.
    expect(coverage.faceFor('fangsong', 0x3402, true)?.family).toBe('bulletin-wide')
  })
})

describe('widths', () => {
  it('of bundled faces are on record as the files have them', async () => {
    const bundled = await readBundledFaces(bundledFolder)
    for (const face of bundled.values()) {
      const [known, read] = [await inspectFace(face, bundled), await inspectFace(face, new Map())]
      const drawn = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint).filter(known.has)
      expect(drawn.length).toBeGreaterThan(5)
      expect(drawn.filter((codePoint) => known.width(codePoint) !== read.width(codePoint))).toEqual(
        [],
      )
    }
  })

  it('are those of the face that draws a character', async () => {
    const { coverage } = await chosen('bundled')
    const widths = (text: string, bold = false) =>
      [...text].map((char) => coverage.widthOf('fangsong', char.codePointAt(0) ?? 0, bold))
    expect(widths('好，“—')).toEqual([1000, 1000, 1000, 1000])
    expect(widths('·')).toEqual([500])
    expect(widths('1')[0]).toBeLessThan(600)
    expect(widths('1', true)).not.toEqual(widths('1'))
    expect(widths('\u200d')).toEqual([0])
  })

  it('of marks are those of the bundled face where a configured font has narrow ones', async () => {
    const absolute = join(folder, 'narrow.ttf')
    await copyFile(small, absolute)
    const { coverage } = await chosen({ kai: { path: 'narrow.ttf', absolute, place } })
    expect(coverage.faceFor('kai', 0x201c)?.face.file).toBe(absolute)
    expect(coverage.widthOf('kai', 0x201c)).toBe(1000)
  })
})

describe('style sheets', () => {
  it('take narrow marks of a configured font from the bundled one', async () => {
    const absolute = join(folder, 'narrow.ttf')
    await copyFile(small, absolute)
    const wish = { path: 'narrow.ttf', absolute, place }
    const { chosen: fontsChosen, coverage } = await chosen({ kai: wish })
    const css = fontFaceCss(fontsChosen, coverage)
    expect(css).toMatch(/bulletin-kai;src:local\("BulletinKai"\)[^}]*unicode-range:U\+2014,U\+2018/)
    expect(css).toContain('--kai:bulletin-kai,bulletin-open-kai,bulletin-wide,')
  })

  it('leave the marks of the bundled faces alone', async () => {
    const { chosen: fontsChosen, coverage } = await chosen('bundled')
    expect(fontFaceCss(fontsChosen, coverage)).not.toContain('unicode-range')
  })

  it('do not let a font’s name out of its quotes', async () => {
    const { chosen: fontsChosen, coverage } = await chosen('bundled')
    const { roles } = fontsChosen
    const face = { ...roles.kai.face, fullName: '"</style><b>', postScriptName: '' }
    const kai = { ...roles.kai, face }
    const css = fontFaceCss(
      { ...fontsChosen, roles: { ...roles, kai } },
      { factsOf: coverage.factsOf },
    )
    expect(css).toContain('local("\\22 \\3c /style>\\3c b>")')
  })

  it('embed subsets with the characters used, and no face that nothing is set in', async () => {
    const { chosen: fontsChosen, coverage } = await chosen('bundled')
    const subsets = await fontSubsets(fontsChosen, coverage, { kai: '好', boldFangsong: '人' })
    const css = fontFaceCss(fontsChosen, coverage, dataSource(subsets))
    const families = [...css.matchAll(/font-family:([\w-]+);src:url\(data:font\/ttf;base64,/g)]
    expect(families.map(([, family]) => family)).toEqual(['bulletin-kai', 'bulletin-fangsong'])
    expect(css.length).toBeLessThan(40_000)
    expect([...subsets.keys()]).toEqual(['bulletin-kai.ttf', 'bulletin-fangsong-bold.ttf'])
    expect(fontFaceCss(fontsChosen, coverage, addressSource(subsets, 'https://a/'))).toContain(
      'src:url(https://a/bulletin-kai.ttf)',
    )
  })
})

describe('the private fontconfig file', () => {
  it('names a folder with exactly the chosen files, and is the same for builds at once', async () => {
    const { chosen: fontsChosen } = await chosen('bundled')
    const made = await Promise.all([1, 2, 3].map(() => privateFontconfig(fontsChosen, folder)))
    expect(new Set(made.map(({ FONTCONFIG_FILE }) => FONTCONFIG_FILE)).size).toBe(1)
    const file = made[0]?.FONTCONFIG_FILE ?? ''
    const named = /<dir>(.*)<\/dir>/.exec(await readFile(file, 'utf8'))?.[1] ?? ''
    const inside = await installedFaces([named], folder)
    expect(inside.map(({ fullName }) => fullName).sort()).toEqual([
      'Bulletin Code',
      'Bulletin Emoji',
      'Bulletin Fangsong',
      'Bulletin Fangsong Bold',
      'Bulletin Hei',
      'Bulletin Kai',
      'Bulletin Latin Marks',
      'Bulletin Math',
      'Bulletin Signs',
      'Bulletin Song',
      'Bulletin Symbols',
      'Bulletin Title',
    ])
  })
})

describe('the bundled files', () => {
  it('carry their licence and none of the names that it reserves', async () => {
    for (const name of ['BulletinSong', 'BulletinHei', 'BulletinKai']) {
      const [face] = await readFaces(join(bundledFolder, `${name}.ttf`))
      expect(face?.names.join(' ')).not.toMatch(/noto|source|wenkai|klee/i)
    }
    const licence = await readFile(join(bundledFolder, 'licences/LXGWWenKai-OFL.txt'), 'utf8')
    expect(licence).toContain('SIL OPEN FONT LICENSE')
  })
})
