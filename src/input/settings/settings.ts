import type { Settings } from '../../model/settings.js'
import { check } from './keys/check.js'
import { documentKeys } from './keys/document.js'
import { fonts } from './keys/fonts.js'
import { images, page } from './keys/page.js'
import { sections } from './keys/sections.js'
import { template } from './keys/template.js'
import type { Table } from './schema.js'
import { mapping, namesOf } from './schema.js'
import type { Read } from './value.js'
import { good } from './value.js'
import { choice, chosen } from './values/choice.js'
import { day } from './values/day.js'
import { entries } from './values/entries.js'
import { file } from './values/file.js'
import { texts } from './values/list.js'
import { markdown } from './values/markdown.js'
import { integer } from './values/number.js'
import { asWritten, orFalse, text } from './values/text.js'

/** A value that may also be the word for “none”. */
const orNone =
  <T, N>(read: Read<T>, none: N): Read<T | N> =>
  (given) => {
    const written = asWritten(given.node)?.trim() ?? ''
    return chosen(NONE, written) === undefined ? read(given) : good(none)
  }

const NONE = { none: ['无'] } as const

/** The keys of `bulletin.yaml` (authoring format, section 2). */
export const settings: Table<Settings> = {
  template: { alias: '模板', read: template },
  title: { alias: '刊名', read: text('工作通讯') },
  number: { alias: '期号', read: integer({ min: 1, sample: 3 }) },
  total: { alias: '总期号', read: orNone(integer({ min: 1, sample: 54 }), 'none') },
  issueLine: { alias: '期号行', read: text('二〇二二年第十九期') },
  numerals: {
    alias: '数字',
    read: choice({ arabic: ['阿拉伯数字', '阿拉伯'], chinese: ['汉字', '中文'] }),
  },
  date: { alias: '日期', read: day },
  period: { alias: '刊期', read: text('2021年6月') },
  publisher: { alias: '主办', read: text('某某市计划生育协会') },
  sections: { alias: '栏目', read: sections },
  briefs: { alias: '简讯', read: texts('简讯') },
  note: { alias: '编者按', read: markdown('这一期值得一读。') },
  feature: { alias: '专辑', read: text('学习贯彻会议精神专辑') },
  staff: { alias: '编辑', read: entries('总编辑: 尹 红') },
  distribution: { alias: '分发', read: entries('送: 市委办公室') },
  contact: { alias: '联系', read: entries('邮箱: bianjibu@example.cn') },
  cover: { alias: '封面', read: orNone(orFalse(file('images/cover.jpg')), false) },
  images: { alias: '图片', read: mapping(images, { dpi: 300, quality: 85 }) },
  page: { alias: '版面', read: mapping(page, { chars: 28, lines: 25 }) },
  fonts: { alias: '字体', read: fonts },
  startOn: {
    alias: '起始页',
    read: choice({ page: ['另页', '另起一页'], recto: ['另起右页', '右页'], flow: ['接排'] }),
  },
  numbering: { alias: '标题编号', read: choice({ manual: ['手动'], auto: ['自动'] }) },
  toc: { alias: '目录', read: choice({ pages: ['页码'], list: ['列表'], none: ['无'] }) },
  copies: { alias: '印数', read: integer({ min: 1, sample: 500 }) },
  ...documentKeys,
  check: { alias: '检查', read: check },
}

/** What may be written in `bulletin.yaml`, in either language. */
export const settingNames = namesOf(settings)
