import type { Fields } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import { isScript } from '../markdown/spans.js'

const marks = /([~^])([^\s~^]{1,16})\1/gu

/** Characters that Unicode has raised and lowered, and that faces draw. */
const [plain, raised, lowered] = ['0123456789+-−', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻', '₀₁₂₃₄₅₆₇₈₉₊₋₋']

/**
 * Sets `m^2^` and `H~2~O` of a title, a subtitle and a title for the contents in raised and lowered
 * characters (m², H₂O): those keys are plain text wherever they are printed, in bookmarks too. What
 * there is no such character for loses its marks, with a warning.
 */
export function setTitleScripts(
  fields: Fields,
  placeOf: (key: keyof Fields) => Place,
): Diagnostic[] {
  const said: Diagnostic[] = []
  for (const key of ['title', 'subtitle', 'tocTitle'] as const) {
    const text = fields[key]
    if (!text) continue
    fields[key] = text.replace(marks, (whole, mark: string, content: string, index: number) => {
      const before = /.$/su.exec(text.slice(0, index))?.[0] ?? ''
      const after = /^./su.exec(text.slice(index + whole.length))?.[0] ?? ''
      const isRaised = mark === '^'
      if (!isScript(isRaised, { before, content, after })) return whole
      const set = setIn(isRaised ? raised : lowered, content)
      if (set === undefined) said.push(warningAt(placeOf(key), notSet(whole, content, isRaised)))
      return set ?? content
    })
  }
  return said
}

function setIn(characters: string, content: string): string | undefined {
  const places = [...content].map((character) => plain.indexOf(character))
  return places.includes(-1) ? undefined : places.map((at) => characters.charAt(at)).join('')
}

const notSet = (whole: string, content: string, isRaised: boolean) => {
  const kind = isRaised ? '上标' : '下标'
  return {
    rule: 'title-script',
    message: `标题里的“${whole}”排不成${kind}，印成了平排的“${content}”。`,
    hint: `标题里能排成${kind}的只有数字和 + −；别的改写成文字，或移到正文里。`,
  }
}
