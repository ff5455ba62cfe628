import { csp } from '../browser/policy.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { needsPages } from '../model/format.js'
import type { IssueReport } from '../model/report.js'
import type { Request } from '../model/request.js'
import type { PrintedAhead } from '../output/pdf/ahead.js'
import { fittedDiagnostics, movedDiagnostics } from '../output/pdf/fitted-diagnostics.js'
import { headFillsPage } from '../output/pdf/head-fills-page.js'
import type { ScaledPictures } from '../output/pdf/scaled-pictures.js'
import type { Asks } from '../typeset/copyfit/asks.js'
import { pageOf } from '../typeset/page-geometry.js'
import { typeset } from '../typeset/typeset.js'
import { buildReport, stops } from './build-report.js'
import { lintPrepared } from './lint-prepared.js'
import { makeFiles } from './make-files.js'
import { prepare } from './prepare.js'
import { stopwatch } from './timings.js'
import type { World } from './world.js'

/** Builds one issue: folder in, files out. This function is the outline of the whole program. */
export async function build(request: Request, world: World): Promise<IssueReport> {
  const timings = stopwatch(world, request.onStep)
  timings.begin('read')
  const sources = await world.readIssue(request.target)

  const prepared = await prepare(sources, request, world, timings)
  const { issue, template, fonts } = prepared
  const findings: Diagnostic[] = [...prepared.diagnostics]
  const lint = () =>
    timings.beside('rules', async () => void findings.push(...(await lintPrepared(prepared))))
  /** Waits for all scaled pictures and adds the diagnostics that only scaling finds. */
  const scaled = async () => {
    const pictures = await prepared.pictures.scaled
    timings.add(pictures.spans)
    findings.push(...pictures.diagnostics)
    return pictures
  }
  const stopped = async () => {
    await lint()
    return buildReport(request, prepared, findings, timings)
  }
  if (!template || stops(findings, request)) {
    // Reports truncated pictures in the same run as missing ones.
    await scaled()
    return stopped()
  }

  const finish = async (
    { resources, coded }: ScaledPictures,
    printed?: Awaited<ReturnType<World['print']>>,
  ): Promise<IssueReport> => {
    timings.begin('finish')
    const {
      pictures,
      settings: { where },
    } = prepared
    const draw = (page: string) => world.draw(page, fonts)
    const made = await makeFiles(
      request,
      { issue, where, pictures, resources, epoch: request.epoch, site: request.site, draw },
      printed,
    )
    findings.push(...made.diagnostics)
    if (stops(findings, request)) return buildReport(request, prepared, findings, timings)
    for (const [path, bytes] of made.files)
      await world.write(path, bytes, path === request.html ? '--html' : request.placedBy)
    return buildReport(request, prepared, findings, timings, { printed, coded })
  }
  const asked = request.files.map(({ format }) => format)
  const places = request.edition !== undefined
  if (!places && !needsPages(asked, request.html)) {
    const pictures = await scaled()
    await lint()
    if (stops(findings, request)) return buildReport(request, prepared, findings, timings)
    return finish(pictures)
  }

  timings.begin('render')
  const keep = await world.openHtml?.(request, fonts)
  const typesetWith = (widths: typeof fonts.widths | undefined, asks?: Asks) =>
    typeset(issue, template, prepared.pictures, csp, widths, { places, asks, keep })
  const html = typesetWith(fonts.widths)
  // The page is printed with placeholders, and the pictures are put into the PDF. But an HTML file is
  // the page as it was printed, and pages that are shown before the others have their pictures.
  const isLate = request.html === undefined && !world.ahead
  const page = isLate ? await prepared.pictures.forPage() : undefined
  const atOnce = page ? undefined : await scaled()
  if (stops(findings, request)) return stopped()
  const whole = async () => (await prepared.pictures.scaled).resources

  timings.begin('print')
  const options = {
    duplex: pageOf(issue).duplex,
    keepHtml: request.html !== undefined,
    keepBlocks: places,
    resources: page?.resources ?? (await whole()),
    ...(page && { late: { pictures: page.late, whole } }),
    // Lint while the browser prints. When it finds errors, the printed PDF is discarded.
    meanwhile: lint,
    ahead: world.ahead && {
      wanted: world.ahead.wanted,
      async take(pages: PrintedAhead) {
        if (stops(findings, request)) return
        const { aheadOf } = await import('../output/preview/ahead.js')
        world.ahead?.show(aheadOf(issue, pages, prepared.settings.where))
      },
    },
  }
  const withAsks = issue.settings.page?.fit
    ? (asks: Asks) => typesetWith(fonts.widths, asks)
    : undefined
  const composed = await world.print(html, fonts, { ...options, withAsks })
  const pictures = atOnce ?? (await scaled())
  if (stops(findings, request)) return buildReport(request, prepared, findings, timings)
  findings.push(...movedDiagnostics(composed.moved, issue))
  // Composed lines that did not print as composed: print again, with the browser's own line breaks.
  const printed =
    composed.moved.length === 0
      ? composed
      : await world.print(typesetWith(undefined), fonts, {
          ...options,
          meanwhile: async () => {},
        })
  timings.add(printed.spans)
  findings.push(...fittedDiagnostics(printed.fitted, issue), ...headFillsPage(printed, issue))
  if (stops(findings, request)) return buildReport(request, prepared, findings, timings)

  return finish(pictures, printed)
}
