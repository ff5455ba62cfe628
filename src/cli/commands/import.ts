import { resolve } from 'node:path'
import { importFiles } from '../../engine/import/index.js'
import { findManuscripts } from '../../engine/import/manuscripts.js'
import { updateFromWord } from '../../engine/import/update.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { ImportReport } from '../../model/imported.js'
import { importedText, importSummary, updateSummary } from '../../report/import-text.js'
import type { ImportFlags } from '../options/import.js'
import type { Prompts } from '../prompts.js'
import type { Terminal } from '../terminal.js'

/** The dependencies of `bulletin import`. */
export interface ImportContext {
  cwd: string
  env: NodeJS.ProcessEnv
  terminal: Terminal
  /** Undefined when the session is not interactive. */
  prompts?: Prompts
  /** Shows which manuscript is being read; on a live terminal the next text replaces it. */
  showStatus: (text: string) => void
}

/**
 * Converts the manuscripts that are named to articles, and reports what happened to every part of
 * them.
 */
export async function runImport(
  words: readonly string[],
  flags: ImportFlags,
  { cwd, env, terminal, prompts, showStatus }: ImportContext,
): Promise<ExitCode> {
  if (words.length === 0) {
    throw new Fault(
      'usage',
      '没有写要导入哪些稿件。',
      '写上文件或文件夹，如 bulletin import 投稿/*.docx -o issue-55/。',
    )
  }
  const { section, changes, force, dryRun, json, quiet } = flags
  if (flags.update) {
    const report = await updateFromWord(articleToUpdate(words, flags), {
      cwd,
      path: env.PATH,
      changes,
      dryRun,
    })
    return show(report, flags, terminal)
  }
  const manuscripts = await findManuscripts(words, cwd)
  const askSection = prompts && sectionPrompt(prompts, () => showStatus(''))
  const report = await importFiles(manuscripts, {
    cwd,
    folder: resolve(cwd, flags.output ?? '.'),
    path: env.PATH,
    changes,
    force,
    dryRun,
    ...(section !== undefined && { section }),
    ...(askSection && !json && { askSection }),
    onFile(path, done, total) {
      if (!json && !quiet) showStatus(`[${done + 1}/${total}] ${path}`)
    },
  })
  if (!json && !quiet) showStatus('')
  return show(report, flags, terminal)
}

function show(
  report: ImportReport,
  { json, quiet, update }: ImportFlags,
  terminal: Terminal,
): ExitCode {
  if (json) {
    terminal.out(JSON.stringify(report))
    return report.exitCode
  }
  const options = { quiet, paint: terminal.paint }
  const texts = report.files.map((file) => importedText(file, options)).filter(Boolean)
  if (texts.length > 0) terminal.say(`${texts.join('\n\n')}\n`)
  if (!quiet) terminal.say(update ? updateSummary(report) : importSummary(report))
  return report.exitCode
}

function articleToUpdate(words: readonly string[], { output }: ImportFlags): readonly string[] {
  const [word = '', article = ''] = words
  if (words.length === 2 && /\.md$/i.test(article) && !/\.md$/i.test(word) && output === undefined)
    return words
  throw new Fault(
    'usage',
    '--update 后面要写两个文件：改过的 Word 文件，和它原来的稿件。',
    '写成 bulletin import --update 修改稿.docx issue-55/03-讲座.md。',
  )
}

const sectionPrompt =
  (prompts: Prompts, clearStatus: () => void) =>
  async (title: string, names: readonly string[]): Promise<string | undefined> => {
    // The next status would otherwise erase a line of the answer.
    clearStatus()
    const message = `“${title}”属于哪个栏目`
    const answer =
      names.length > 0
        ? await prompts.choose(message, [
            ...names.map((name) => ({ value: name, label: name })),
            { value: '', label: '以后再说' },
          ])
        : await prompts.text({ message, usual: '' })
    return answer === '' ? undefined : answer
  }
