import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recorded } from '../../src/engine/cache/dependency-trace.js'
import { isFresh } from '../../src/engine/cache/trace.js'
import { createSystemWorld } from '../../src/engine/system-world.js'
import { readIssue } from '../../src/input/files/index.js'
import { drawing } from '../kit/pictures.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const place = workspace('trace')
const picture = await drawing(8, 8)
const setting = {
  cwd: place,
  displayPath: (path: string) => relative(place, path) || path,
  browserId: async () => 'a browser',
  packagesId: () => 'some packages',
}

const start = {
  'bulletin.yaml': 'title: 工作通讯\n',
  'issue/bulletin.yaml': 'number: 2\n',
  'issue/1.md': '一篇\n',
  'issue/2.md': '另一篇\n',
  'issue/more/3.md': '第三篇\n',
  'issue/a.png': picture,
  'before/bulletin.yaml': 'number: 1\n',
}

const file = fc.constantFrom(...(Object.keys(start) as (keyof typeof start)[]))
const fix = fc.oneof(
  fc.record({ verb: fc.constant('append' as const), file }),
  fc.record({ verb: fc.constant('remove' as const), file }),
  fc.record({ verb: fc.constant('rename' as const), file }),
  fc.record({ verb: fc.constant('touch' as const), file }),
  fc.record({
    verb: fc.constant('add' as const),
    file: fc.constantFrom('issue/0.md', 'issue/more/x.md', 'issue/稿.docx', 'after/bulletin.yaml'),
  }),
  fc.record({
    verb: fc.constant('note' as const),
    file: fc.constantFrom('issue/_draft.md', 'issue/README.md', 'issue/notes.log', 'note.md'),
  }),
)

/** Applies a change; returns whether a build would then read something different. */
function does(folder: string, { verb, file: name }: { verb: string; file: string }): boolean {
  const path = join(folder, name)
  if (verb === 'append') writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('\n')]))
  if (verb === 'remove') rmSync(path)
  if (verb === 'rename') renameSync(path, path.replace(/([^/]+)$/, '_$1'))
  if (verb === 'touch') writeFileSync(path, readFileSync(path))
  if (verb === 'add' || verb === 'note') writeFiles(folder, { [name]: 'number: 3\n' })
  return verb !== 'touch' && verb !== 'note'
}

it('holds exactly as long as nothing is changed that a build reads', async () => {
  await fc.assert(
    fc.asyncProperty(fix, async (one) => {
      const folder = mkdtempSync(join(place, 'series-'))
      mkdirSync(join(folder, 'issue/more'), { recursive: true })
      writeFiles(folder, start)
      const trace = await traceOf(folder)
      expect(trace && (await isFresh(trace, setting))).toBe(true)
      const changed = does(folder, one)
      expect(trace && (await isFresh(trace, setting))).toBe(!changed)
      // Restores the folder: only contents count, not the history of changes.
      rmSync(folder, { recursive: true })
      writeFiles(folder, start)
      expect(trace && (await isFresh(trace, setting))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('does not hold with another browser, other packages, other fonts', async () => {
  const folder = writeFiles(join(place, 'plain'), start)
  const trace = await traceOf(folder)
  if (!trace) throw new Error('nothing was recorded')
  expect(await isFresh(trace, setting)).toBe(true)
  expect(await isFresh(trace, { ...setting, browserId: async () => undefined })).toBe(false)
  expect(await isFresh(trace, { ...setting, browserId: async () => 'another' })).toBe(false)
  expect(await isFresh(trace, { ...setting, packagesId: () => 'others' })).toBe(false)
  const fonts = { ...trace.fonts, [join(folder, 'font.ttf')]: '1 1' }
  expect(await isFresh({ ...trace, fonts }, setting)).toBe(false)
})

/** The trace recorded for a build that reads an issue and its picture, and prints nothing. */
async function traceOf(folder: string) {
  const { env, platform } = process
  const real = await createSystemWorld({ cwd: place, env, platform, home: folder })
  const print = async () => ({
    pdf: Buffer.alloc(0),
    pages: new Map(),
    titles: [],
    total: 1,
    prints: 1,
    fitted: { tooWide: [], small: [] },
    moved: [],
    asked: [],
    textOnFirstPage: true,
    blocks: [],
    spans: [],
    browser: 'none',
  })
  const { world, trace } = recorded({ ...real, readIssue: read, print }, setting)
  const target = join(folder, 'issue')
  const sources = await world.readIssue(target)
  await world.readTemplate('newsletter')
  const { value: fonts } = await world.chooseFonts('bundled')
  const wish = {
    src: 'a.png',
    absolute: join(target, 'a.png'),
    from: target,
    place: { file: '1.md', at: { line: 1, column: 1 } },
  }
  await world.readPicture(wish, { roots: sources.roots, dpi: 100, quality: 80 })
  const options = {
    duplex: false,
    keepHtml: false,
    resources: new Map(),
    meanwhile: async () => {},
  }
  await world.print('', fonts, options)
  return trace()
}

const read = (target: string) => readIssue(target, { cwd: place })
