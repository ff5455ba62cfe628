import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes } from '../../model/exit-codes.js'
import type { IssueReport } from '../../model/report.js'
import { siteFiles } from '../../output/site/site.js'
import { writeWhole } from '../../system/write-whole.js'

/**
 * Writes the list of the issues of a site and its feed, and returns what is to be said. A file that
 * would stay the same is not touched. With an issue that was not built the list stays as it is: it
 * would lack that issue.
 */
export async function writeSite(
  reports: readonly IssueReport[],
  { site, baseUrl }: { site: string; baseUrl: string | undefined },
): Promise<string> {
  const failed = reports.filter(({ exitCode }) => exitCode !== exitCodes.built)
  if (failed.length > 0) return `有 ${failed.length} 期没有生成，网站的首页没有动；改好再运行一次。`
  const { files, undated } = await siteFiles(reports, baseUrl)
  for (const [name, text] of files) {
    const path = join(site, name)
    const before = await readFile(path, 'utf8').catch(() => undefined)
    if (before !== text) await writeWhole(path, Buffer.from(text), { option: '--site' })
  }
  const feed =
    baseUrl === undefined
      ? '；没有订阅源：写 --base-url 网址，就有 feed.xml'
      : undated.length > 0
        ? `；没有写日期的 ${undated.length} 期不在 feed.xml 里：${undated.join('、')}`
        : ''
  return `网站已生成：${join(site, 'index.html')}（${reports.length} 期）${feed}`
}
