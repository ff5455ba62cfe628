import { isMap, isScalar, isSeq } from 'yaml'
import type { SectionSetting } from '../../../model/settings.js'
import { excerpt } from '../../../text/excerpt.js'
import { inLanguageOf } from '../../../text/language.js'
import type { Table } from '../schema.js'
import { mapping, objectSchema } from '../schema.js'
import type { Decoder, ValueNode } from '../value.js'
import { accepting, invalid, placeOf, plainText } from '../value.js'
import { list } from '../values/list.js'
import { markdown } from '../values/markdown.js'
import { sourceOf, text } from '../values/text.js'

type NamedSection = Omit<SectionSetting, 'place'>

const SAMPLE = '工作动态, 工作交流'

const sectionKeys: Table<NamedSection> = {
  name: { alias: '名称', about: '栏目的名称', decode: text('工作交流') },
  note: {
    alias: '按语',
    about: '整个栏目的按语（Markdown）',
    decode: markdown('这一栏值得一读。'),
  },
}

/** An entry of `sections`: a name, or a name with an editor's note on the section. */
const section: Decoder<SectionSetting> = accepting(
  { anyOf: [plainText, objectSchema(sectionKeys)] },
  (given) => {
    const place = placeOf(given)
    if (!isMap(given.node)) {
      const { value: name, diagnostics } = text('工作交流')(given)
      return name === undefined ? { diagnostics } : { value: { name, place }, diagnostics }
    }
    const { value, diagnostics } = mapping(sectionKeys, { name: '工作交流' })(given)
    if (value?.name !== undefined) return { value: { ...value, place }, diagnostics }
    if (diagnostics.length > 0) return { diagnostics }
    return invalid(
      given,
      `这个栏目没有名称：“${excerpt(sourceOf(given))}”。`,
      `加上名称，如 ${inLanguageOf(given.key, 'name', '名称')}: 工作交流。`,
    )
  },
)

/** The sections in order. Reports a section given twice. */
export const sections: Decoder<SectionSetting[]> = accepting(
  { type: 'array', items: section.accepts },
  (given) => {
    if (!isSeq(given.node)) {
      const found = sourceOf(given)
      // Names on one line (要闻、交流) are suggested as the items of the list.
      const names = isScalar(given.node) ? found.split(/[、，,\s]+/).join(', ') : SAMPLE
      const message = `${given.label}应当是一个列表，这里是“${excerpt(found)}”。`
      return invalid(given, message, `写成 ${given.key}: [${names}]。`)
    }
    const { value = [], diagnostics } = list(section, SAMPLE)(given)
    return { value, diagnostics: [...diagnostics, ...repeated(value, given)] }
  },
)

function repeated(all: readonly SectionSetting[], given: ValueNode) {
  const again = all.filter(({ name }, index) => all.findIndex((one) => one.name === name) < index)
  return again.flatMap(
    ({ name, place }) =>
      invalid({ ...given, at: place.at }, `栏目“${name}”列了两遍。`, '删掉其中一个。').diagnostics,
  )
}
