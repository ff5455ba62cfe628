import type { Fields } from '../../model/article.js'
import type { Table } from '../settings/schema.js'
import { namesOf } from '../settings/schema.js'
import { orToggle, toggle } from '../settings/values/choice.js'
import { day } from '../settings/values/day.js'
import { texts } from '../settings/values/list.js'
import { markdown } from '../settings/values/markdown.js'
import { decimal } from '../settings/values/number.js'
import { lines, orFalse, text } from '../settings/values/text.js'

/** The keys of an article's front-matter (authoring format, section 3). */
export const fields: Table<Fields> = {
  title: { alias: '标题', read: orFalse(lines('城东区举办健康知识讲座')) },
  subtitle: { alias: '副标题', read: lines('（2021年6月15日）') },
  byline: { alias: '题下署名', read: lines('某某协会常务副会长 张 三') },
  section: { alias: '栏目', read: text('工作交流') },
  unit: { alias: '单位', read: texts('城东区文化馆') },
  author: { alias: '作者', read: texts('陈 思') },
  date: { alias: '日期', read: day },
  order: { alias: '序号', read: decimal },
  note: { alias: '按语', read: markdown('这篇稿件值得一读。') },
  tocTitle: { alias: '目录标题', read: orFalse(text('健康知识讲座')) },
  attachment: { alias: '附件', read: orToggle(text('报名表')) },
  draft: { alias: '草稿', read: toggle },
}

/** What may be written in a front-matter, in either language. */
export const fieldNames = namesOf(fields)
