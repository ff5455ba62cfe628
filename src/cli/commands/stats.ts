import { resolve } from 'node:path'
import type { ReadContributions } from '../../engine/contributions.js'
import { writeNew } from '../../engine/scaffold/new-files.js'
import type { StatisticsResult } from '../../engine/statistics.js'
import { countIssues } from '../../engine/statistics.js'
import type { World } from '../../engine/world.js'
import { readSource } from '../../input/files/source.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { Day } from '../../model/settings.js'
import { diagnosticTexts } from '../../report/diagnostic-text.js'
import { contributionsCsv, unitsCsv } from '../../report/statistics/csv.js'
import { statisticsHtml } from '../../report/statistics/html.js'
import { noticeFiles } from '../../report/statistics/notice.js'
import { statisticsText } from '../../report/statistics/text.js'
import { isoDay } from '../../text/day.js'
import type { StatsFlags } from '../options/stats.js'
import type { Terminal } from '../terminal.js'

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
  const { targets } = await findTargets(words, cwd)
  const result = await countIssues(
    {
      targets,
      ...(flags.year !== undefined && { year: flags.year }),
      ...(flags.rules !== undefined && { rules: resolve(cwd, flags.rules) }),
      onIssue: (target, done, total) => showStatus(readingText(target, done, total)),
    },
    readContributions,
    (absolute) => readSource(absolute, { cwd, configuration: true }),
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
  if (flags.json) {
    const { title, statistics, contributions } = result
    terminal.out(JSON.stringify({ title, ...statistics, contributions, diagnostics, exitCode }))
  } else if (!flags.quiet) terminal.out(statisticsText(result.statistics))
  await writeFiles(result, flags, { cwd, today, world, terminal })
  return exitCode
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
  const files: [flag: 'csv' | 'details' | 'html', ending: string, text: () => string][] = [
    ['csv', '.csv', () => unitsCsv(statistics)],
    ['details', '.csv', () => contributionsCsv(contributions)],
    [
      'html',
      '.html',
      () =>
        statisticsHtml(`${year === undefined ? '' : `${year}年`}《${title}》用稿统计`, statistics),
    ],
  ]
  for (const [flag, ending, text] of files) {
    const path = flags[flag]
    if (path === undefined) continue
    const absolute = resolve(cwd, path)
    if (!path.toLowerCase().endsWith(ending) || absolute === rules.records?.absolute) {
      throw new Fault(
        'usage',
        `--${flag} 不能存成“${path}”。`,
        `换一个名字，如 用稿统计${ending}。`,
      )
    }
    await world.write(absolute, new TextEncoder().encode(text()))
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
  )
  terminal.say(`通报已写好：${folder}；排版：bulletin build ${folder}`)
}
