import { csp, virtualOrigin } from '../browser/policy.js'
import { openIssue } from '../input/parse-issue.js'
import { arrange, kindOf } from '../issue/arrange.js'
import { remotePicturesTogether } from '../issue/remote-pictures.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { blocks, inReadingOrder } from '../model/diagnostic.js'
import type { ExitCode } from '../model/exit-codes.js'
import { exitCodes } from '../model/exit-codes.js'
import type { IssueReport } from '../model/report.js'
import type { Request } from '../model/request.js'
import type { IssueSources } from '../model/source.js'
import { fittedDiagnostics } from '../output/pdf/fitted-diagnostics.js'
import { headFillsPage } from '../output/pdf/head-fills-page.js'
import { metadataOf } from '../output/pdf/metadata.js'
import { openPictures } from '../output/pdf/pictures.js'
import { finishPdf } from '../pdf/index.js'
import { articlesReport } from '../report/articles.js'
import { pageOf } from '../typeset/page-geometry.js'
import { checkTemplate } from '../typeset/template/check-template.js'
import { render } from '../typeset/typeset.js'
import { documentTitle } from '../typeset/views/view.js'
import { chosenTemplate, saidOfKind } from './template-choice.js'
import { stopwatch, timingsOf } from './timings.js'
import type { World } from './world.js'

/** Folder in, PDF out. Read this function to know the program. */
export async function build(request: Request, world: World): Promise<IssueReport> {
  const report: IssueReport = {
    issue: request.target,
    articles: [],
    diagnostics: [],
    fonts: [],
    timings: {},
    steps: [],
    exitCode: exitCodes.built,
  }
  const { begin, beside, add, spans } = stopwatch(world, request.onStep)
  const say = (said: readonly Diagnostic[]) => report.diagnostics.push(...said)

  begin('read')
  const sources = await world.readIssue(request.target)

  const end = (): IssueReport => {
    begin(undefined)
    const steps = spans()
    const ordered = inOrder(report, sources)
    const diagnostics = remotePicturesTogether(ordered.diagnostics, request.target)
    return { ...ordered, diagnostics, steps, timings: timingsOf(steps) }
  }

  begin('parse')
  const opened = openIssue(sources)
  const settings = chosenTemplate(opened.settings, request.template)
  const template = await world.readTemplate(settings.template ?? 'newsletter')
  const kind = template.value?.kind ?? kindOf(settings)
  const isSet = ({ fields }: Article) => request.drafts || !fields.draft
  const parsed = opened.whole(await world.parseArticles(opened.work))
  const { issue, diagnostics } = arrange(settings, parsed.articles, {
    ...request,
    name: sources.name,
    kind,
  })
  say([...saidOfKind(parsed.diagnostics, issue.kind), ...diagnostics])
  Object.assign(report, { title: issue.title, issueLine: issue.issueLine })
  report.articles = articlesReport(issue)

  begin('check')
  const [fonts, placed] = await Promise.all([
    world.chooseFonts(settings.fonts, settings.where.fonts),
    openPictures(issue, sources.roots, world).place(issue),
  ])
  say([...template.diagnostics, ...fonts.diagnostics, ...placed.diagnostics])
  // Ours are checked by our tests.
  if (template.value && typeof issue.template !== 'string') say(checkTemplate(template.value))
  const { hasGlyph } = fonts.value
  const { name, single } = sources
  const articles = parsed.articles.filter(isSet)
  const proofread = () =>
    beside('rules', async () => {
      const [{ check }, { neighboursFrom }] = await Promise.all([
        import('../lint/lint.js'),
        import('../lint/neighbours.js'),
      ])
      const neighbours = neighboursFrom(sources)
      const { sizes } = placed
      say(check({ articles, settings, neighbours, pictures: sizes, name, single, hasGlyph }))
    })
  Object.assign(report, { fonts: fonts.value.report, standIns: fonts.value.standInLine })
  if (!template.value || stops(report, request)) {
    await proofread()
    return stopped(end())
  }

  begin('render')
  const parts = {
    template: template.value,
    csp,
    picturesOf: placed.of,
    coverPicture: placed.cover,
    seals: placed.seals,
  }
  const html = render(issue, parts)
  // A page that is printed while its pictures arrive may lack them, and nothing tells.
  const scaled = await placed.scaled
  add(scaled.spans)
  say(scaled.diagnostics)
  if (stops(report, request)) {
    await proofread()
    return stopped(end())
  }

  begin('print')
  const { duplex } = pageOf(issue)
  const keepHtml = request.html !== undefined
  const printed = await world.print(html, fonts.value, {
    duplex,
    keepHtml,
    resources: scaled.resources,
    // The rules cost nothing while the browser is at work; only an issue with errors is printed in vain.
    meanwhile: proofread,
  })
  add(printed.spans)
  const seen = [...fittedDiagnostics(printed.fitted, issue), ...headFillsPage(printed, issue)]
  say(seen.map((one) => ({ ...one, onPage: true })))
  if (stops(report, request)) return stopped(end())

  begin('finish')
  const metadata = metadataOf(issue, documentTitle(issue), request.epoch)
  await world.write(
    request.output,
    finishPdf(printed.pdf, {
      ...metadata,
      titleLinks: { origin: virtualOrigin, ids: printed.titles },
    }),
  )
  if (request.html !== undefined && printed.html !== undefined) {
    await world.write(request.html, Buffer.from(printed.html))
    report.html = request.html
  }
  return {
    ...end(),
    pdf: request.output,
    pages: printed.total,
    prints: printed.prints,
    articles: articlesReport(issue, (id) => printed.pages.get(id)),
    browser: printed.browser,
  }
}

const stops = ({ diagnostics }: IssueReport, { strict }: Request): boolean =>
  blocks(diagnostics) || (strict && diagnostics.length > 0)

type Sources = Pick<IssueSources, 'articles'>

/** An issue of which nothing is written: configuration errors (2) weigh more than those of articles (1). */
function stopped(report: IssueReport): IssueReport {
  const wrong = report.diagnostics.some(
    ({ severity, configuration }) => severity === 'error' && configuration,
  )
  const exitCode: ExitCode = wrong ? exitCodes.usage : exitCodes.content
  return { ...report, exitCode }
}

const inOrder = (report: IssueReport, { articles }: Sources): IssueReport => ({
  ...report,
  diagnostics: report.diagnostics.toSorted(inReadingOrder(articles.map(({ path }) => path))),
})
