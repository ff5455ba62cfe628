import { epochOf } from '../../engine/epoch.js'
import { bareOf } from '../../engine/output-path.js'
import { printIssue } from '../../engine/print.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { PrintReport, PrintRequest } from '../../model/print.js'
import { buildFindings } from '../../report/findings.js'
import { printFactsText, printSummary } from '../../report/print-text.js'
import { proveOutput } from '../../system/prove-output.js'
import type { PrintFlags } from '../options/print.js'
import type { BuildContext } from '../report-of.js'
import { notBuilt, reportOf } from '../report-of.js'
import { placedBy, refuseSameOutput } from '../requests.js'
import { textOf } from '../source-text.js'
import type { Terminal } from '../terminal.js'

interface PrintContext extends BuildContext {
  terminal: Terminal
  env: NodeJS.ProcessEnv
}

/**
 * Makes the print files of all issues that are named, one after the other, and returns the worst
 * exit code.
 */
export async function runPrint(
  words: readonly string[],
  flags: PrintFlags,
  context: PrintContext,
): Promise<ExitCode> {
  const options = printOptionsOf(flags)
  const { findTargets } = await import('../../input/files/targets.js')
  const { targets } = await findTargets(words)
  if (targets.length > 1 && flags.output !== undefined) {
    throw new Fault(
      'usage',
      '一次生成几期时不能用 -o。',
      '改用 --out-dir 指定文件夹，或一次只生成一期。',
    )
  }
  const outputs = targets.map((target) => ({ target, output: printPath(target, flags) }))
  refuseSameOutput(outputs.map(({ target, output }) => ({ target, files: [{ path: output }] })))
  const codes: ExitCode[] = []
  context.terminal.expect(targets.length)
  for (const { target, output } of outputs) {
    const request = {
      ...options,
      target,
      output,
      placedBy: placedBy(flags, targets.length),
      template: flags.template,
      epoch: epochOf(context.env),
    }
    codes.push(await printOne(request, flags, context))
  }
  return worst(codes)
}

async function printOne(
  request: PrintRequest,
  flags: PrintFlags,
  context: PrintContext,
): Promise<ExitCode> {
  const { terminal } = context
  const report = await printReportOf(request, context)
  if (flags.json) {
    terminal.out(JSON.stringify(report))
    return report.exitCode
  }
  const { paint } = terminal
  const options = { quiet: flags.quiet, sources: textOf, paint }
  for (const text of buildFindings(request.target, report.diagnostics, options)) terminal.say(text)
  if (!flags.quiet || report.exitCode !== exitCodes.built) terminal.say(printSummary(report))
  if (flags.report && report.facts) terminal.out(printFactsText(report, report.facts))
  return report.exitCode
}

/** A fault ends only its issue, as in `build`. */
async function printReportOf(request: PrintRequest, context: PrintContext): Promise<PrintReport> {
  try {
    await proveOutput({ path: request.output, option: request.placedBy, kind: 'PDF' })
    return await printIssue(request, (build) => reportOf(build, context))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { issue, fault, diagnostics, exitCode } = notBuilt(
      request.target,
      error,
      exitCodes[error.kind],
    )
    return { issue, colour: request.colour, diagnostics, ...(fault && { fault }), exitCode }
  }
}

/**
 * @throws {Fault} `usage` for options that contradict one another, or that need another one.
 */
function printOptionsOf(flags: PrintFlags): Omit<PrintRequest, 'target' | 'output' | 'placedBy'> {
  const { colour = 'full', bleed = 0, sheet = 'a3', paper = 0, signatures, pdfa } = flags
  if (flags.output !== undefined && flags.outDir !== undefined)
    throw new Fault('usage', '-o 和 --out-dir 只能写一个。', '删去其中一个。')
  const forBooklet = [
    flags.sheet !== undefined && '--sheet',
    flags.paper !== undefined && '--paper',
    signatures !== undefined && '--signatures',
  ].filter((flag) => flag !== false)
  if (!flags.booklet && forBooklet.length > 0)
    throw new Fault(
      'usage',
      `${forBooklet.join('、')} 只在拼版时有用。`,
      '加上 --booklet，或删去它。',
    )
  const forPress = [
    bleed > 0 && '--bleed',
    flags.booklet && '--booklet',
    colour === 'red' && '--colour red',
  ].filter((flag) => flag !== false)
  if (pdfa && forPress.length > 0)
    throw new Fault(
      'usage',
      `--pdfa 是存档的，${forPress.join('、')} 是上机印的，不能放进一个文件。`,
      '分两次生成：一次 --pdfa，一次不带它。',
    )
  return {
    colour,
    bleed,
    archive: pdfa,
    ...(flags.booklet && {
      booklet: {
        sheet,
        thickness: paper,
        ...(signatures !== undefined && { signature: signatures }),
      },
    }),
  }
}

/** The path given with `-o`, or that of the issue with what the file is for: `issue-54-印刷.pdf`. */
const printPath = (target: string, { output, outDir, booklet, pdfa }: PrintFlags): string =>
  output ?? `${bareOf(target, outDir)}-${pdfa ? '存档' : booklet ? '骑马订' : '印刷'}.pdf`
