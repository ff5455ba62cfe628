import type { CheckedIssue } from '../../engine/check.js'
import { checkIssue } from '../../engine/check.js'
import type { World } from '../../engine/world.js'
import { findTargets } from '../../input/files/targets.js'
import type { Rule } from '../../lint/rule.js'
import { rules } from '../../lint/rules/index.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { blocks } from '../../model/diagnostic.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import { checkText } from '../../report/check-text.js'
import { diffText } from '../../report/diff.js'
import { githubLine } from '../../report/github.js'
import { explainText, rulesText } from '../../report/rules-list.js'
import { sarifText } from '../../report/sarif.js'
import { packageVersion } from '../../system/package.js'
import { rewriteSource } from '../../system/rewrite-source.js'
import { nearest } from '../../text/nearest.js'
import type { CheckFlags } from '../options/check.js'
import type { Terminal } from '../terminal.js'

interface CheckContext {
  world: World
  terminal: Terminal
  /** Reads a source again, for the line that a message quotes. */
  textOf: (file: string) => string | undefined
}

/** Checks every target that is named and returns the worst exit code. */
export async function runCheck(
  words: readonly string[],
  flags: CheckFlags,
  { world, terminal, textOf }: CheckContext,
): Promise<ExitCode> {
  if (flags.rules || flags.explain !== undefined) {
    terminal.out(flags.rules ? rulesText(rules) : explainText(ruleNamed(flags.explain ?? '')))
    return exitCodes.built
  }
  if (words.length === 0) {
    throw new Fault('usage', '没有写要校对哪一期。', '写上文件夹，如 bulletin check issue-54/。')
  }
  const { targets } = await findTargets(words)
  const mend = flags.fix || flags.diff
  const found: Diagnostic[] = []
  const codes: ExitCode[] = []
  for (const target of targets) {
    const checked = await checkIssue(target, { all: flags.all, mend }, world)
    if (flags.diff) showDiff(checked, terminal)
    else if (flags.fix) codes.push(...(await writeChanges(checked, terminal)))
    if (!flags.diff) show(target, checked.diagnostics, flags, terminal, textOf)
    // One by one: a call takes only so many arguments.
    for (const one of checked.diagnostics) found.push(one)
    codes.push(codeOf(checked.diagnostics))
  }
  if (!flags.diff && flags.format === 'sarif')
    terminal.out(sarifText(found, rules, packageVersion()))
  const warnings = found.filter(({ severity }) => severity === 'warning').length
  if (flags.maxWarnings !== undefined && warnings > flags.maxWarnings) {
    terminal.say(`警告 ${warnings} 个，超过了 --max-warnings ${flags.maxWarnings}。`)
    codes.push(exitCodes.content)
  }
  return worst(codes)
}

function ruleNamed(name: string): Rule {
  const known = rules.find(({ id }) => id === name)
  if (known) return known
  const close = nearest(
    name,
    rules.map(({ id }) => id),
  )
  const hint = close === undefined ? '运行 bulletin check --rules 看全部规则。' : `改成 ${close}。`
  throw new Fault('usage', `没有“${name}”这条规则。`, hint)
}

function codeOf(found: readonly Diagnostic[]): ExitCode {
  if (!blocks(found)) return exitCodes.built
  const wrong = found.some(({ severity, configuration }) => severity === 'error' && configuration)
  return wrong ? exitCodes.usage : exitCodes.content
}

function show(
  target: string,
  found: readonly Diagnostic[],
  flags: CheckFlags,
  terminal: Terminal,
  textOf: CheckContext['textOf'],
): void {
  const { quiet, format } = flags
  if (format === 'json') for (const one of found) terminal.out(JSON.stringify(one))
  if (format === 'github') for (const one of found) terminal.command(githubLine(one))
  if (format !== 'pretty') return
  const text = checkText(target, found, {
    quiet,
    sources: textOf,
    paint: terminal.paint,
    mended: flags.fix,
  })
  if (text !== '') terminal.out(text)
}

function showDiff({ changes, refused }: CheckedIssue, terminal: Terminal): void {
  for (const { message, hint } of refused) terminal.say(`${message}\n改法：${hint}`)
  for (const { source, text } of changes) terminal.out(diffText(source.path, source.text, text))
  const count = changes.reduce((sum, one) => sum + one.count, 0)
  const summary = count === 0 ? '没有可以自动改的。' : `可以自动改 ${count} 处；加 --fix 就改。`
  terminal.say(summary)
}

/** Writes every changed source. A source that cannot be written does not prevent the others. */
async function writeChanges(
  { changes }: CheckedIssue,
  terminal: Terminal,
): Promise<readonly ExitCode[]> {
  const codes: ExitCode[] = []
  for (const { source, text, count } of changes) {
    try {
      await rewriteSource(source, text)
      terminal.say(`${source.path}：改了 ${count} 处。`)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      terminal.say(`${error.message}\n改法：${error.hint}`)
      codes.push(exitCodes[error.kind])
    }
  }
  return codes
}
