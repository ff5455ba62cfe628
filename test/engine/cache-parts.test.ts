import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/engine/build.js'
import { keptArticles } from '../../src/engine/cache/articles.js'
import { keptHtml } from '../../src/engine/cache/html.js'
import { keptPictures } from '../../src/engine/cache/pictures.js'
import { openStore } from '../../src/engine/cache/store.js'
import { createSystemWorld } from '../../src/engine/system-world.js'
import type { World } from '../../src/engine/world.js'
import { openPicture } from '../../src/images/scale.js'
import { parseArticle } from '../../src/input/parse-issue.js'
import type { OutputFile } from '../../src/model/format.js'
import { digestOf } from '../../src/system/digest.js'
import { photo, photoPng } from '../kit/pictures.js'
import { root, workspace } from '../kit/workspace.js'

const folder = workspace('parts')
const store = () => openStore({ folder: join(folder, 'store'), limit: 10_000_000 })

describe('an article', () => {
  it('is parsed once for the same program, text and place', async () => {
    const first = store()
    const parsed: string[] = []
    const parse: World['parseArticles'] = async (work) =>
      work.map(({ file, options }) => {
        parsed.push(`${options.idPrefix} ${file.text}`)
        return parseArticle(file, options)
      })
    const work = (...texts: string[]) =>
      texts.map((text, index) => ({
        file: { path: '1.md', absolute: '/1.md', text },
        options: { idPrefix: `a${index + 1}`, single: false },
      }))
    const one = await keptArticles(first, 'this build')(work('甲', '乙'), parse)
    await first.settle()
    const two = await keptArticles(store(), 'this build')(work('丙', '乙'), parse)
    expect(two[1]).toEqual(JSON.parse(JSON.stringify(one[1])))
    expect(parsed).toEqual(['a1 甲', 'a2 乙', 'a1 丙'])
    await keptArticles(store(), 'that build')(work('甲'), parse)
    expect(parsed.at(-1)).toBe('a1 甲')
  })
})

describe('the articles of an issue', () => {
  const target = join(root, 'fixtures')
  const issues = [...readdirSync(target), 'back-issues/issue-33'].filter((name) => {
    const path = join(target, name)
    return (
      statSync(path, { throwIfNoEntry: false })?.isDirectory() &&
      readdirSync(path).some((file) => file.endsWith('.md') && file !== 'README.md')
    )
  })

  it.each(issues)('%s: parsed, they are plain data that no later step changes', async (name) => {
    let parts = 0
    const parse: World['parseArticles'] = async (work) =>
      work.map(({ file, options }) => {
        const made = parseArticle(file, options)
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual({
          ...made,
          ...(made.value && { value: { ...made.value } }),
        })
        parts++
        return frozen(made)
      })
    await expect(buildUntilPrint(join(target, name), parse)).rejects.toThrow('ready to print')
    expect(parts).toBeGreaterThan(0)
  })
})

/** Runs all stages before printing. */
async function buildUntilPrint(target: string, parseArticles: World['parseArticles']) {
  const { env, platform } = process
  const world = await createSystemWorld({ cwd: root, env, platform, home: homedir() })
  const print = async () => {
    throw new Error('ready to print')
  }
  const files: OutputFile[] = [{ format: 'pdf', path: join(folder, 'x.pdf') }]
  const request = { target, files, drafts: true, strict: false }
  return build(request, { ...world, parseArticles, print })
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

describe('typeset content', () => {
  const font = join(folder, 'font.ttf')
  const fonts = { css: '@font-face {}', dependsOn: [font] }
  const of = (text: string): Root => ({ type: 'root', children: [{ type: 'text', value: text }] })

  /** Opens the store as a new run does, and returns what was made of each text, and what was kept. */
  async function typesetTexts(
    texts: readonly string[],
    { request = { target: 'issue' }, tool = 'this build', inputs = '28' } = {},
  ) {
    const own = store()
    const made: string[] = []
    const keep = await keptHtml(own, tool, '/')(request, fonts)
    const html = texts.map((text) =>
      keep(of(text), inputs, () => {
        made.push(text)
        return `<p>${text}</p>`
      }),
    )
    await own.settle()
    expect(html).toEqual(texts.map((text) => `<p>${text}</p>`))
    return made
  }

  it('is made again only where it, or what it was made with, has changed', async () => {
    writeFileSync(font, 'one')
    expect(await typesetTexts(['甲', '乙', '甲'])).toEqual(['甲', '乙'])
    expect(await typesetTexts(['甲', '丙', '乙'])).toEqual(['丙'])
    expect(await typesetTexts(['甲', '丙', '乙'])).toEqual([])
    expect(await typesetTexts(['甲'], { inputs: '30' })).toEqual(['甲'])
    expect(await typesetTexts(['甲'], { inputs: '30', tool: 'that build' })).toEqual(['甲'])
    expect(await typesetTexts(['甲'], { inputs: '30' })).toEqual([])
    writeFileSync(font, 'another')
    expect(await typesetTexts(['甲'], { inputs: '30' })).toEqual(['甲'])
  })

  it('of an issue is not replaced by that of another, or of a preview', async () => {
    await typesetTexts(['甲'])
    const edition = { data: 'pages.json', pages: 'pages.pdf' }
    for (const request of [{ target: 'other' }, { target: 'issue', edition }])
      expect(await typesetTexts(['乙'], { request })).toEqual(['乙'])
    expect(await typesetTexts(['甲'])).toEqual([])
  })
})

describe('a picture', () => {
  const box = { width: 40, height: 30 }
  const options = { dpi: 100, quality: 80 }

  it.each([
    ['scaled down', 900, photo],
    ['as it is', 120, photo],
    ['that became a JPEG', 400, photoOfGrain],
  ])('%s is not opened a second time', async (_, width, made) => {
    const bytes = await made({ width, height: width })
    const first = store()
    const one = await keptPictures(first, () => 'sharp 1', openPicture)(bytes, digestOf(bytes))
    const file = await one.coded(box, options)
    await first.settle()
    const other = await keptPictures(store(), () => 'sharp 1', never)(bytes, digestOf(bytes))
    expect([other.width, other.height]).toEqual([width, width])
    const again = await other.coded(box, options)
    expect([again.type, again.coding]).toEqual([file.type, file.coding])
    expect(Buffer.compare(again.body, file.body)).toBe(0)
  })

  it('is scaled again to another box, resolution or quality, without loss, or by another program', async () => {
    const bytes = await photo({ width: 700, height: 700 })
    const first = store()
    const one = await keptPictures(first, () => 'sharp 1', openPicture)(bytes, digestOf(bytes))
    await one.coded(box, options)
    await first.settle()
    const known = await keptPictures(store(), () => 'sharp 1', never)(bytes, digestOf(bytes))
    await expect(known.coded({ ...box, width: 41 }, options)).rejects.toThrow('opened')
    await expect(known.coded(box, { ...options, dpi: 101 })).rejects.toThrow('opened')
    await expect(known.coded(box, { ...options, quality: 81 })).rejects.toThrow('opened')
    await expect(known.coded(box, { ...options, lossless: true })).rejects.toThrow('opened')
    const others = keptPictures(store(), () => 'sharp 2', never)
    await expect(others(bytes, digestOf(bytes))).rejects.toThrow('opened')
  })
})

const photoOfGrain = (size: { width: number; height: number }) => photoPng({ ...size, grain: 3 })

const never = async () => {
  throw new Error('opened')
}
