import type { Asks } from '../../typeset/copyfit/asks.js'
import { pointsAsItStands } from '../../typeset/copyfit/defects.js'
import type { PageFlow } from '../../typeset/copyfit/flow.js'
import type { Ask } from '../../typeset/copyfit/plan.js'
import { planRun } from '../../typeset/copyfit/plan.js'
import type { Layout } from './layout/index.js'

/** What laying out anew takes. */
export interface LayoutTools {
  /** Loads a page and lays it out; measures its flow if `withAsks` is given. */
  lay: (html: string) => Promise<Layout>
  /** The page with other lines; undefined when none are to be asked for. */
  withAsks?: ((asks: Asks) => string) | undefined
}

interface Copyfitted {
  layout: Layout
  asked: readonly Ask[]
}

/**
 * Lays a page out, and once more with other lines where the planner expects better pages of it. What
 * it expects is then looked at: of the runs that did not become better the asks are dropped, and the
 * page is laid out a third time. If that still is not better than the first layout, that one is made
 * again: the pages are never worse for having been copyfitted.
 */
export async function copyfitted(html: string, tools: LayoutTools): Promise<Copyfitted> {
  const { lay, withAsks } = tools
  const layout = await lay(html)
  const { flow: before } = layout
  if (!withAsks || !before || isWrong(layout)) return { layout, asked: [] }
  const asksOfRun = before.runs.map((run) => planRun(run, before))
  const planned = asksOfRun.flat()
  let asked = planned
  while (asked.length > 0) {
    const again = await lay(withAsks(new Map(asked.map(({ key, lines }) => [key, lines]))))
    const { flow: after } = again
    if (!after || isWrong(again)) return { layout: again, asked }
    const isBetterRun = (index: number) => pointsIn(after, index) < pointsIn(before, index)
    const stays = asksOfRun.flatMap((asks, index) => (isBetterRun(index) ? asks : []))
    const isWhole = asked.every((ask) => stays.includes(ask))
    // A document keeps its text on the first page (GB/T 9704—2012, 7.2.4).
    const hasText = again.textOnFirstPage || !layout.textOnFirstPage
    if (isWhole && hasText && allPoints(after) < allPoints(before)) return { layout: again, asked }
    asked = asked === planned && !isWhole ? stays : []
  }
  return { layout: planned.length === 0 ? layout : await lay(html), asked }
}

const isWrong = ({ fitted, moved }: Layout) => fitted.tooWide.length > 0 || moved.length > 0

const pointsIn = (flow: PageFlow, index: number): number => {
  const run = flow.runs[index]
  return run ? pointsAsItStands(run, flow) : 0
}

const allPoints = (flow: PageFlow): number =>
  flow.runs.reduce((sum, _, index) => sum + pointsIn(flow, index), 0)
