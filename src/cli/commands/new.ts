import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { articleText, briefsText, fileNameFor } from '../../engine/scaffold/article.js'
import { issueSettingsText, lastIssue, nextIssue } from '../../engine/scaffold/issue.js'
import { writeNew } from '../../engine/scaffold/new-files.js'
import { readFolder, readPublication } from '../../engine/scaffold/read.js'
import { briefSections } from '../../issue/sections.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { NewFlags, NewKind } from '../options/scaffold.js'
import { type Prompts, required } from '../prompts.js'
import type { ScaffoldHost } from '../scaffold-host.js'

/** Creates the next issue, an article, or a file of briefs. */
export async function runNew(
  kind: NewKind,
  folder: string,
  flags: NewFlags,
  host: ScaffoldHost,
): Promise<ExitCode> {
  const absolute = resolve(host.cwd, folder)
  const info = await stat(absolute).catch(() => undefined)
  if (!info?.isDirectory()) {
    throw new Fault('usage', `没有“${folder}”这个文件夹。`, '写上刊物或一期的文件夹。')
  }
  const path =
    kind === 'issue'
      ? await newIssue(absolute, flags, host)
      : await newArticle(kind, absolute, flags, host)
  host.terminal.out(`已写好：${host.displayPath(path)}`)
  return exitCodes.built
}

async function newIssue(
  folder: string,
  flags: NewFlags,
  { cwd, today }: ScaffoldHost,
): Promise<string> {
  const { issues, shared } = await readPublication(folder, cwd)
  const last = lastIssue(issues)
  if (!last && !(await stat(join(folder, 'bulletin.yaml')).catch(() => undefined))) {
    throw new Fault(
      'usage',
      `“${basename(folder)}”里没有以前的各期，也没有 bulletin.yaml，不像刊物的文件夹。`,
      '写上各期文件夹的上一级；还没有刊物的，先运行 bulletin init。',
    )
  }
  const { name, number, total } = flags
  const next = nextIssue(last, {
    ...(name !== undefined && { name }),
    ...(number !== undefined && { number }),
    ...(total !== undefined && { total }),
    date: flags.date ?? today,
  })
  const path = join(folder, next.name, 'bulletin.yaml')
  await writeNew([{ path, text: issueSettingsText(last, next, shared) }])
  return path
}

async function newArticle(
  kind: 'article' | 'brief',
  folder: string,
  flags: NewFlags,
  { cwd, today, prompts }: ScaffoldHost,
): Promise<string> {
  const { settings, files } = await readFolder(folder, cwd)
  const named = (settings.sections ?? []).map(({ name }) => name)
  const briefs = briefSections(settings)
  const isBrief = ({ section }: { section?: string }) =>
    section !== undefined && briefs.has(section)
  const own = files.filter((file) => isBrief(file) === (kind === 'brief'))
  const { unit, author, date = today } = flags
  const common = {
    date,
    ...(unit !== undefined && { unit }),
    ...(author !== undefined && { author }),
  }
  if (kind === 'brief') {
    const section = flags.section ?? named.find((name) => briefs.has(name)) ?? '简讯'
    const path = join(folder, fileNameFor('简讯', own, 21))
    await writeNew([{ path, text: briefsText({ section, ...common }) }])
    return path
  }
  const title = flags.title ?? (await prompts?.text({ message: '标题', check: required }))
  if (title === undefined) {
    throw new Fault(
      'usage',
      '没有写标题。',
      '写上 --title，如 bulletin new article --title 新馆开馆。',
    )
  }
  const section =
    flags.section ??
    (await sectionFor(
      named.filter((name) => !briefs.has(name)),
      prompts,
    ))
  const path = join(folder, fileNameFor(title, own, 1))
  await writeNew([{ path, text: articleText({ title, section, ...common }) }])
  return path
}

/** Returns the only section, the one that the user chooses, or the first. */
async function sectionFor(names: readonly string[], prompts: Prompts | undefined): Promise<string> {
  const [first = '要闻'] = names
  if (names.length < 2 || !prompts) return first
  return prompts.choose(
    '栏目',
    names.map((name) => ({ value: name, label: name })),
  )
}
