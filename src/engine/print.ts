import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintReport, PrintRequest } from '../model/print.js'
import type { IssueReport } from '../model/report.js'
import type { Request } from '../model/request.js'
import { inTemporaryFolder } from '../system/temporary-folder.js'
import { writeWhole } from '../system/write-whole.js'

/** Builds an issue as `bulletin build` does, with what earlier builds have left. */
export type BuildPages = (request: Request) => Promise<IssueReport>

/**
 * Makes a print file: builds the issue, and works on its finished, proved pages. The PDF of the
 * build is kept in the cache, but is not written beside the issue.
 */
export function printIssue(request: PrintRequest, build: BuildPages): Promise<PrintReport> {
  return inTemporaryFolder(async (folder) => {
    const pages = join(folder, 'pages.pdf')
    const built = await build(buildRequest(request, pages))
    const { title, pages: count, diagnostics, fault, exitCode } = built
    const report: PrintReport = {
      issue: request.target,
      ...(title !== undefined && { title }),
      ...(count !== undefined && { pages: count }),
      colour: request.colour,
      diagnostics,
      ...(fault && { fault }),
      exitCode,
    }
    if (built.pdf === undefined) return report
    const { printFile } = await import('../output/print/print-file.js')
    const made = await printFile(await readFile(pages), count ?? 0, request)
    await writeWhole(request.output, made.bytes, { option: request.placedBy })
    return { ...report, file: request.output, ...made.report }
  })
}

const buildRequest = (
  { target, placedBy, template, epoch }: PrintRequest,
  path: string,
): Request => ({
  target,
  files: [{ format: 'pdf', path }],
  placedBy,
  template,
  drafts: false,
  strict: false,
  html: undefined,
  epoch,
})
