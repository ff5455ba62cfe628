import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import coverage from 'istanbul-lib-coverage'
import { bundle } from './bundle.js'

/**
 * Runs every test and prints the share of the lines of each room of src/ that they reach. What the built program runs is counted too: it is built with source maps, and each process that a
 * test starts writes what it ran (NODE_V8_COVERAGE). Code that runs inside the browser is not counted.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const work = mkdtempSync(join(tmpdir(), 'bulletin-coverage-'))
const programs = join(work, 'programs')
const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  execFileSync(process.execPath, [...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })

try {
  await bundle(root, { sourcemap: true })
  const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
  const inProcess = join(work, 'in-process')
  const flags = ['--coverage.enabled', '--coverage.reporter=json', '--coverage.include=src/**']
  run(
    [vitest, 'run', ...flags, `--coverage.reportsDirectory=${inProcess}`, ...process.argv.slice(2)],
    {
      BULLETIN_TEST_COVERAGE: programs,
    },
  )
  const c8 = join(dirname(require.resolve('c8/package.json')), 'bin/c8.js')
  const built = join(work, 'built')
  run([
    c8,
    'report',
    '--temp-directory',
    programs,
    '--reporter=json',
    '--reports-dir',
    built,
    '--exclude-after-remap',
    '--include',
    'src/**',
    '--src',
    root,
  ])
  // Not merged: the two cut a file's lines differently, and a merge counts a line that either reached twice.
  const read = (folder: string) =>
    coverage.createCoverageMap(
      JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8')),
    )
  print('tests', read(inProcess))
  print('built program', read(built))
} finally {
  rmSync(work, { recursive: true, force: true })
  await bundle(root)
}

/** Prints one line a room, and the whole. */
function print(title: string, map: coverage.CoverageMap): void {
  const rooms = new Map<string, coverage.CoverageSummary>()
  for (const file of map.files()) {
    const [src, room = ''] = relative(root, file).split(/[\\/]/)
    if (src !== 'src') continue
    for (const name of [room, 'all']) {
      const sum = rooms.get(name) ?? coverage.createCoverageSummary()
      sum.merge(map.fileCoverageFor(file).toSummary())
      rooms.set(name, sum)
    }
  }
  console.log(`lines reached in the ${title}`)
  for (const [room, { lines }] of [...rooms].toSorted()) {
    console.log(`  ${room.padEnd(12)}${lines.pct.toFixed(1).padStart(6)} %`)
  }
}
