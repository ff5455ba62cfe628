import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ReadContributions } from '../../engine/contributions.js'
import { proveNew, writeNew } from '../../engine/scaffold/new-files.js'
import type { StatisticsResult } from '../../engine/statistics.js'
import { countIssues } from '../../engine/statistics.js'
import type { World } from '../../engine/world.js'
import { displayPath, readSource } from '../../input/files/source.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { Day } from '../../model/settings.js'
import { diagnosticTexts } from '../../report/diagnostic-text.js'
import { contributionsCsv, unitsCsv } from '../../report/statistics/csv.js'
import { statisticsHtml } from '../../report/statistics/html.js'
import { noticeFiles, noticeNames } from '../../report/statistics/notice.js'
import { statisticsText } from '../../report/statistics/text.js'
import { proveFolder } from '../../system/prove-output.js'
import { isoDay } from '../../text/day.js'
import { proveNamedFiles } from '../named-files.js'
import type { StatsFlags } from '../options/stats.js'
import type { Terminal } from '../terminal.js'
import { noIssues } from './no-issues.js'

interface StatsHost {
  cwd: string
  today: Day
  world: Pick<World, 'write'>
  readContributions: ReadContributions
  terminal: Terminal
  /** Shows which issue is being read; an empty text clears it. */
  showStatus: (text: string) => void
  textOf: (path: string) => string | undefined
}

/**
 * Counts the contributions, prints them, and writes the requested files. Returns 1 when articles
 * with errors are missing from the totals.
 */
export async function runStats(
  words: readonly string[],
  flags: StatsFlags,
  { cwd, today, world, readContributions, terminal, showStatus, textOf }: StatsHost,
): Promise<ExitCode> {
  await proveFiles(flags, cwd)
  const { targets } = await findTargets(words, cwd)
  const result = await countIssues(
    {
      targets,
      ...(flags.year !== undefined && { year: flags.year }),
      ...(flags.rules !== undefined && { rules: resolve(cwd, flags.rules) }),
      onIssue: (target, done, total) => showStatus(readingText(target, done, total)),
    },
    readContributions,
    (absolute, within) => readNamed(absolute, cwd, within),
  )
  showStatus('')
  const { diagnostics } = result
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const exitCode = worst(
    errors.map((one) => (one.configuration ? exitCodes.usage : exitCodes.content)),
  )
  const text = diagnosticTexts({ sources: textOf, paint: terminal.paint })
  if (!flags.json) for (const one of diagnostics) terminal.say(text(one))
  // With errors in the rules file the totals would be wrong.
  if (exitCode === exitCodes.usage) {
    if (flags.json) terminal.out(JSON.stringify({ diagnostics, exitCode }))
    return exitCode
  }
  if (result.contributions.length === 0 && flags.year !== undefined && errors.length === 0)
    throw noIssues(flags.year)
  if (flags.json) {
    const { title, statistics, contributions } = result
    terminal.out(JSON.stringify({ title, ...statistics, contributions, diagnostics, exitCode }))
  } else if (!flags.quiet) terminal.out(statisticsText(result.statistics))
  await writeFiles(result, flags, { cwd, today, world, terminal })
  return exitCode
}

/** @throws {Fault} `usage` before anything is read, when a file cannot be written there. */
async function proveFiles({ csv, details, html, notice }: StatsFlags, cwd: string): Promise<void> {
  const example = '用稿统计'
  await proveNamedFiles([
    { option: '--csv', path: csv, ending: '.csv', example },
    { option: '--details', path: details, ending: '.csv', example: '逐篇清单' },
    { option: '--html', path: html, ending: '.html', example },
  ])
  if (notice === undefined) return
  const paths = Object.values(noticeNames).map((name) => resolve(cwd, notice, name))
  for (const path of paths) await proveFolder(path, notice)
  await proveNew(paths)
}

/** Reads the rules or the records, whose names somebody has typed. */
async function readNamed(absolute: string, cwd: string, within?: string) {
  if (!(await stat(absolute).catch(() => undefined)))
    throw new Fault(
      'usage',
      `找不到“${displayPath(absolute, cwd)}”。`,
      '检查 --rules 写的文件名，和那个文件里“其他记录”写的文件名。',
    )
  return readSource(absolute, { cwd, configuration: true, ...(within !== undefined && { within }) })
}

/** The progress line while issues are read. */
export const readingText = (target: string, done: number, total: number): string =>
  `${done}/${total}  ${target} 读稿…`

async function writeFiles(
  result: StatisticsResult,
  flags: StatsFlags,
  { cwd, today, world, terminal }: Pick<StatsHost, 'cwd' | 'today' | 'world' | 'terminal'>,
): Promise<void> {
  const { statistics, contributions, rules, title, publisher } = result
  const { year } = flags
  const files: [flag: 'csv' | 'details' | 'html', text: () => string][] = [
    ['csv', () => unitsCsv(statistics)],
    ['details', () => contributionsCsv(contributions)],
    [
      'html',
      () =>
        statisticsHtml(`${year === undefined ? '' : `${year}年`}《${title}》用稿统计`, statistics),
    ],
  ]
  for (const [flag, text] of files) {
    const path = flags[flag]
    if (path === undefined) continue
    const absolute = resolve(cwd, path)
    if (absolute === rules.records?.absolute) {
      throw new Fault(
        'usage',
        `--${flag} 不能存成“${path}”，那是计分时要读的其他记录。`,
        '换一个名字，如 用稿统计.csv。',
      )
    }
    await world.write(absolute, new TextEncoder().encode(text()), `--${flag}`)
    terminal.say(`已写好：${path}`)
  }
  if (flags.notice === undefined) return
  const folder = flags.notice
  const notice = {
    title,
    publisher: publisher ?? '某某单位',
    date: isoDay(today),
    groups: (rules.groups ?? []).map(({ name }) => name),
    ...(year !== undefined && { year }),
  }
  await writeNew(
    [...noticeFiles(statistics, notice)].map(([name, text]) => ({
      path: resolve(cwd, folder, name),
      text,
    })),
    '--notice',
  )
  terminal.say(`通报已写好：${folder}；排版：bulletin build ${folder}`)
}
