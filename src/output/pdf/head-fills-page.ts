import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Issue } from '../../model/issue.js'
import { fileStart } from '../../model/place.js'
import type { Printed } from './print.js'

/**
 * Warns when the first page of a document shows none of its body text (docs/design/layout-rules.md,
 * A04; GB/T 9704—2012, 7.3.3).
 */
export function headFillsPage(
  { textOnFirstPage }: Pick<Printed, 'textOnFirstPage'>,
  { sections }: Issue,
): Diagnostic[] {
  const [first] = sections.flatMap(({ articles }) => articles)
  if (textOnFirstPage || !first) return []
  const diagnostic = warningAt(
    { file: first.path, at: first.where.title ?? fileStart },
    {
      rule: 'first-page-text',
      message: '首页没有正文：版头、标题和主送机关占满了第一页。',
      hint: '缩短标题，或把主送机关合并成统称。',
    },
  )
  return [diagnostic]
}
