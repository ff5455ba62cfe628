import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../kit/workspace.js'

// Which room may import which is checked by dependency-cruiser: .dependency-cruiser.cjs.

/** Source files by their path in src/. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
)

const textOf = (path: string): string =>
  readFileSync(join(root, 'src', path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

it('pure rooms ask neither clock nor chance nor environment', () => {
  const pure = /^(?:model|text|issue|lint|typeset|report|pdf|input\/(?!files\/))/
  const impure = /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bconsole\./
  const checked = sources.filter((path) => pure.test(path))
  expect(checked.length).toBeGreaterThan(150)
  expect(checked.filter((path) => impure.test(textOf(path)))).toEqual([])
})

/** The files of src/ that a file loads at once: neither types nor what is imported late. */
const loadedBy = (path: string): string[] =>
  [
    ...textOf(path).matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/g,
    ),
  ].map(([, name = '']) =>
    relative(join(root, 'src'), resolve(root, 'src', path, '..', name)).replace(/\.js$/, '.ts'),
  )

it('the program starts, and sees that nothing has changed, without any stage', () => {
  const reached = new Set<string>()
  const reach = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const name of loadedBy(path)) reach(name)
  }
  reach('cli/main.ts')
  reach('cli/run-build.ts')
  expect([...reached]).toContain('engine/cache/trace.ts')
  const heavy =
    /^(?:input\/(?!files\/)|lint|issue|typeset\/typeset|output|pdf)\b|^engine\/(?:build|system-world)\.ts$/
  expect([...reached].filter((path) => heavy.test(path))).toEqual([])
})
