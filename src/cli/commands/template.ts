import { resolve } from 'node:path'
import { readTemplate } from '../../input/files/template.js'
import { blocks } from '../../model/diagnostic.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { Kind } from '../../model/issue.js'
import { fileStart } from '../../model/place.js'
import { builtInTemplates, isBuiltIn } from '../../model/template.js'
import { diagnosticTexts } from '../../report/diagnostic-text.js'
import { checkTemplate } from '../../typeset/template/check-template.js'
import type { TemplateRequest } from '../options/template.js'
import type { Terminal } from '../terminal.js'
import { ejectTemplate } from './template-eject.js'

interface TemplateContext {
  terminal: Terminal
  /** Converts an absolute path to the form used in messages. */
  displayPath: (path: string) => string
  /** Reads a source again, for the line that a message quotes. */
  textOf: (file: string) => string | undefined
}

/** The purpose of each built-in template, as `template list` prints it. */
const purposes = {
  newsletter: '工作通讯、内部刊物：封面、目录、栏目、简讯、版权栏，每页 28 字 × 25 行',
  briefing: '简报：红色报头、要目、编者按、接排的文章、报送发，每页 28 字 × 22 行',
  document: '公文（GB/T 9704—2012）：通知、请示、信函、纪要、命令，每页 28 字 × 22 行',
} as const satisfies Record<Kind, string>

const handlers = {
  list: (_: TemplateRequest & { verb: 'list' }, { terminal }: TemplateContext) => {
    for (const name of builtInTemplates) terminal.out(`${name.padEnd(12)}${purposes[name]}`)
    return exitCodes.built
  },
  eject: async (
    { name, folder }: TemplateRequest & { verb: 'eject' },
    { terminal }: TemplateContext,
  ) => {
    const known = builtInTemplates.join('、')
    if (!isBuiltIn(name)) {
      const message = name === undefined ? '没有写要复制哪个模板。' : `没有叫“${name}”的自带模板。`
      throw new Fault('usage', message, `写上名字，自带的有：${known}。`)
    }
    const to = folder ?? `./my-${name}`
    const files = await ejectTemplate(name, resolve(to), to)
    terminal.out(
      `已复制到 ${to}（${files} 个文件）。在 bulletin.yaml 里写 template: ${to} 就用它。`,
    )
    return exitCodes.built
  },
  check: async (
    { folder }: TemplateRequest & { verb: 'check' },
    { terminal, displayPath, textOf }: TemplateContext,
  ) => {
    if (folder === undefined) {
      const hint = '写上文件夹，如 bulletin template check ./my-template。'
      throw new Fault('usage', '没有写要检查哪个模板文件夹。', hint)
    }
    const place = { file: folder, at: fileStart }
    const reference = { path: folder, absolute: resolve(folder), place }
    const { value, diagnostics } = await readTemplate(reference, displayPath)
    const all = [...diagnostics, ...(value ? checkTemplate(value) : [])]
    const textFor = diagnosticTexts({ sources: textOf, paint: terminal.paint })
    for (const one of all) terminal.say(textFor(one))
    if (blocks(all)) return exitCodes.usage
    terminal.out(`模板没有问题：${folder}`)
    return exitCodes.built
  },
}

/** Runs `bulletin template list|eject|check`. */
export async function runTemplate(
  request: TemplateRequest,
  context: TemplateContext,
): Promise<ExitCode> {
  if (request.verb === 'list') return handlers.list(request, context)
  return request.verb === 'eject'
    ? handlers.eject(request, context)
    : handlers.check(request, context)
}
