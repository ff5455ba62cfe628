import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './kit/workspace.js'

/** Every source file of some folders or files of src/, by its path there. */
function sources(...places: string[]): string[] {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  return all
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .filter((path) => places.some((place) => path === place || path.startsWith(`${place}/`)))
    .toSorted()
}

interface Import {
  name: string
  typeOnly: boolean
  /** Imported where it is used, when it is needed. */
  late: boolean
}

/** What a file imports: packages by name, files of ours by their path in src/. */
function importsOf(path: string): Import[] {
  const file = join(root, 'src', path)
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  )
  return [...found].map(([, typeWord, named, dynamic]) => {
    const name = named ?? dynamic ?? ''
    const own = name.startsWith('.')
      ? relative(join(root, 'src'), resolve(file, '..', name)).replace(/\.js$/, '.ts')
      : name
    return { name: own, typeOnly: typeWord !== undefined, late: dynamic !== undefined }
  })
}

const pure = sources(
  'parse',
  'check',
  'arrange',
  'render',
  'report',
  'text.ts',
  'diagnostic.ts',
  'model.ts',
)
/** `node:path` only works on texts. */
const outside =
  /^node:(?!path$)|^puppeteer|^sharp$|^write-file-atomic$|^which$|^env-paths$|^(read|print|finish|cli)\//

describe('the layers keep themselves', () => {
  it('finds the sources', () => {
    expect(pure.length).toBeGreaterThan(60)
    expect(importsOf('pipeline.ts').map(({ name }) => name)).toContain('arrange/index.ts')
  })

  it.each(pure)('%s touches nothing outside the program', (path) => {
    const used = importsOf(path).filter(({ typeOnly }) => !typeOnly)
    expect(used.map(({ name }) => name).filter((name) => outside.test(name))).toEqual([])
  })

  it.each(pure)('%s asks neither clock nor chance nor environment', (path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    expect(text).not.toMatch(/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bconsole\./)
  })

  const edges = sources('read', 'print', 'finish', 'cache')
  it.each(edges)('%s imports no stage of the pipeline', (path) => {
    const stages = /^(parse|check|arrange|report|cli)\/|^pipeline\.ts$/
    const used = importsOf(path).filter(({ typeOnly }) => !typeOnly)
    expect(used.map(({ name }) => name).filter((name) => stages.test(name))).toEqual([])
  })

  it('the program starts, and sees that nothing has changed, without any stage but read', () => {
    const reached = new Set<string>()
    const reach = (path: string) => {
      if (reached.has(path)) return
      reached.add(path)
      for (const { name, typeOnly, late } of importsOf(path)) {
        if (!typeOnly && !late && name.endsWith('.ts')) reach(name)
      }
    }
    reach('main.ts')
    expect([...reached]).toContain('cache/trace.ts')
    const heavy =
      /^(parse|check|arrange|render\/index|print\/(?!browser)|finish)\b|^(pipeline|real-world)\.ts$/
    expect([...reached].filter((path) => heavy.test(path))).toEqual([])
  })

  it('the pipeline touches the world through World alone', () => {
    const used = importsOf('pipeline.ts').filter(({ typeOnly }) => !typeOnly)
    expect(
      used.map(({ name }) => name).filter((name) => /^node:|^puppeteer|^read\//.test(name)),
    ).toEqual([])
  })
})
