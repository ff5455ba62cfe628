import { join } from 'node:path'
import { bulletin, fromScratch } from '../contenders.js'
import type { BenchContext } from '../context.js'
import { bulletinProgram, outFolder } from '../context.js'
import { writeBackIssues } from '../made/back-issues.js'
import { processContender } from '../process-contender.js'
import type { Scene } from '../scene.js'
import { helpersOf, memoryRatio, timeRatio } from '../target.js'

/** Counting, indexing and a web site of many unchanged issues, which come from the cache. */
export const years: Scene = {
  name: 'years',
  title: '往期的统计、总目录和网站，没有改动',
  async prepare(context) {
    const folders = await writeBackIssues(join(context.folder, 'years'), context.issues)
    const built = await bulletin(`生成，${folders.length} 期`, folders, context, fromScratch)
    // The contenders run in turns, so the first build fills the cache.
    const stats = command('stats', folders, context, [])
    const csv = join(await outFolder(context, 'index'), '总目录.csv')
    const index = command('index', folders, context, ['--csv', csv])
    const one = command('index', folders.slice(0, 1), context, ['--csv', csv])
    // The run that warms the disk makes the pages; those that are timed find them unchanged.
    const site = command('build', folders, context, ['--site', await outFolder(context, 'site')])
    return {
      contenders: [built, stats, index, one, site],
      targets: [
        timeRatio(stats, built, 0.1),
        timeRatio(index, built, 0.15),
        timeRatio(site, built, 0.15),
        memoryRatio(index, one, 2),
        helpersOf(index, 0),
        helpersOf(site, 0),
      ],
    }
  },
}

const command = (
  name: string,
  issues: readonly string[],
  { env }: BenchContext,
  words: readonly string[],
) =>
  processContender({
    name: `${name === 'build' ? '网站' : name}，${issues.length} 期`,
    command: [...bulletinProgram(), name, ...issues, '--quiet', ...words],
    env,
    pdfs: [],
  })
