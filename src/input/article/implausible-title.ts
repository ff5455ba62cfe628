import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'

/**
 * Characters of the longest text that can be a title: ten lines. Notices that name eight issuers
 * and what they pass on stay under it.
 */
export const longestTitle = 200

/** Says of a text that it cannot be a title: most likely the body was pasted there. */
export function implausibleTitle(title: string, place: Place, isHeading: boolean): Diagnostic[] {
  const length = [...title.replace(/\s/gu, '')].length
  if (length <= longestTitle) return []
  return [
    errorAt(place, {
      rule: 'title-not-a-title',
      message: `标题有 ${length} 字，不像标题，多半是把正文写进了标题：“${excerpt(title, 12)}”。`,
      hint: isHeading
        ? '# 后面只留标题（最多三行，约 54 字），正文空一行另起一段。'
        : '这里只留标题（最多三行，约 54 字），正文移到收尾的 --- 下面。',
    }),
  ]
}
