import type { Entry, WordStyle } from '../../../model/settings.js'
import type { Staged } from '../../../model/staged.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid } from '../value.js'
import { chosen, likely, type Words } from '../values/choice.js'
import { entries } from '../values/entries.js'

const MEANINGS = {
  title: ['标题'],
  subtitle: ['副标题'],
  byline: ['题下署名'],
  heading1: ['一级标题', '##'],
  heading2: ['二级标题', '###'],
  heading3: ['三级标题', '####'],
  heading4: ['四级标题', '#####'],
  body: ['正文'],
  note: ['按语', '编者按'],
  quote: ['引文'],
  kai: ['楷体'],
  caption: ['图注'],
  drop: ['不要'],
} as const satisfies Words<WordStyle>

/** `wordStyles`: the name of a style in Word → what it means. */
export const wordStyles: Decoder<Record<string, WordStyle>> = accepting(
  {
    type: 'object',
    additionalProperties: {
      enum: Object.entries(MEANINGS).flatMap(([name, words]) => [name, ...words]),
    },
  },
  (given) => {
    const { value: rows = [], diagnostics } = entries('投稿小标题: 一级标题')(given)
    const read = rows.map((row) => meaning(row, given))
    return {
      value: Object.fromEntries(read.flatMap(({ value }) => (value === undefined ? [] : [value]))),
      diagnostics: [...diagnostics, ...read.flatMap((one) => one.diagnostics)],
    }
  },
)

function meaning({ label, text, place }: Entry, given: ValueNode): Staged<[string, WordStyle]> {
  const found = chosen(MEANINGS, text)
  // Word tells no difference between letters of either case.
  if (found !== undefined) return { value: [label.toLowerCase(), found], diagnostics: [] }
  const offered = Object.values(MEANINGS).map(([first]) => first)
  return invalid(
    { ...given, at: place.at },
    `Word 样式“${label}”的意思“${excerpt(text)}”不是可以选的一种。`,
    `写成 ${label}: ${likely(text, MEANINGS) ?? offered.join('、')}${likely(text, MEANINGS) ? '' : ' 之一'}。`,
  )
}
