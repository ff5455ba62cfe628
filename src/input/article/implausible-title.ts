import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'

/**
 * Length limit of a title, in characters: ten lines of text. Titles of notices that name eight
 * issuing authorities and the document passed on are shorter.
 */
export const longestTitle = 200

/** Reports a title longer than `longestTitle`: most likely the body was pasted there. */
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
