import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { writeNew } from '../../engine/scaffold/new-files.js'
import type { Publication } from '../../engine/scaffold/publication.js'
import { issueFolder, publicationFiles, usualSections } from '../../engine/scaffold/publication.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { Kind } from '../../model/issue.js'
import type { InitFlags } from '../options/scaffold.js'
import { type Prompts, required } from '../prompts.js'
import type { ScaffoldHost } from '../scaffold-host.js'

/**
 * Creates a publication with its first issue. Values that no option gives are asked for, or set to
 * their defaults.
 */
export async function runInit(
  folder: string,
  flags: InitFlags,
  host: ScaffoldHost,
): Promise<ExitCode> {
  const absolute = resolve(host.cwd, folder)
  await refuseFull(absolute, folder)
  const prompts = flags.yes || isAnswered(flags) ? undefined : host.prompts
  prompts?.begin('新的刊物')
  const publication = await publicationFrom(flags, basename(absolute), host, prompts)
  const files = [...publicationFiles(publication)].map(([path, text]) => ({
    path: join(absolute, path),
    text,
  }))
  await writeNew(files)
  // Users need not open the folders with the editors' configuration.
  const visible = files.filter(({ path }) => !/[\\/]\.(?:bulletin|vscode)[\\/]/.test(path))
  for (const { path } of visible) host.terminal.out(`已写好：${host.displayPath(path)}`)
  const issue =
    publication.template === 'document' ? absolute : join(absolute, issueFolder(publication))
  host.terminal.out(`接下来：bulletin build ${host.displayPath(issue)}`)
  return exitCodes.built
}

/** With any option given, no question is asked. */
const isAnswered = ({ yes: _, ...values }: InitFlags) =>
  Object.values(values).some((value) => value !== undefined)

async function publicationFrom(
  flags: InitFlags,
  folderName: string,
  { today }: ScaffoldHost,
  prompts: Prompts | undefined,
): Promise<Publication> {
  const template =
    flags.template ??
    (await prompts?.choose<Kind>('排成什么', [
      { value: 'newsletter', label: '工作通讯：封面、目录、栏目、简讯、版记' },
      { value: 'briefing', label: '简报：红色报头，文章接排' },
      { value: 'document', label: '公文：GB/T 9704—2012' },
    ])) ??
    'newsletter'
  const title =
    flags.title ?? (await prompts?.text({ message: '刊名', usual: folderName })) ?? folderName
  const publisher =
    flags.publisher ?? (await prompts?.text({ message: '主办单位', check: required })) ?? '某某单位'
  const sections =
    flags.sections ??
    (template === 'document'
      ? []
      : (await prompts?.text({ message: '栏目，用逗号隔开', usual: usualSections.join('，') }))
          ?.split(/[,，、]/)
          .map((name) => name.trim())
          .filter((name) => name !== '')) ??
    usualSections
  const { number = 1, total, date = today } = flags
  return {
    template,
    title,
    publisher,
    sections,
    number,
    ...(total !== undefined && { total }),
    date,
  }
}

async function refuseFull(absolute: string, folder: string): Promise<void> {
  const names = await readdir(absolute).catch(() => [])
  if (names.filter((name) => !name.startsWith('.')).length === 0) return
  throw new Fault(
    'usage',
    `文件夹“${folder}”里已经有东西，没有动它。`,
    '换一个新的名字，如 bulletin init 工作通讯；要建下一期，用 bulletin new issue。',
  )
}
