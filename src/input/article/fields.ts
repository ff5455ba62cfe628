import type { Fields } from '../../model/article.js'
import type { Table } from '../settings/schema.js'
import { namesOf } from '../settings/schema.js'
import { orToggle, toggle } from '../settings/values/choice.js'
import { day } from '../settings/values/day.js'
import { texts } from '../settings/values/list.js'
import { markdown } from '../settings/values/markdown.js'
import { decimal } from '../settings/values/number.js'
import { lines, orFalse, text } from '../settings/values/text.js'

/** The keys of an article's front-matter (docs/design/authoring-format.md, 3). */
export const fields: Table<Fields> = {
  title: {
    alias: '标题',
    about:
      '必须有（简讯除外）；也可以写成正文里唯一的 `# 标题`。要换行就写 `<br>`，目录和书签里不换行；不写就按词意断行，以三行、约 54 字为限，四行以上有警告，超过 200 字当作写错（多半是正文写进了标题），不生成 PDF',
    decode: orFalse(lines('城东区举办健康知识讲座')),
  },
  subtitle: {
    alias: '副标题',
    about: '标题下面的一行或几行，如（2020年3月25日）',
    decode: lines('（2021年6月15日）'),
  },
  byline: {
    alias: '题下署名',
    about: '再下面的一行或几行，如 某某协会常务副会长 张 三',
    decode: lines('某某协会常务副会长 张 三'),
  },
  section: { alias: '栏目', about: '属于哪个栏目；工作通讯里必须有', decode: text('工作交流') },
  unit: {
    alias: '单位',
    about: '供稿单位；几个就写成 `[甲馆, 乙馆]`',
    decode: texts('城东区文化馆'),
  },
  author: { alias: '作者', about: '作者；几个就写成列表', decode: texts('陈 思') },
  date: { alias: '日期', about: '同上；简讯按它排先后', decode: day },
  order: { alias: '序号', about: '数字；在栏目里先按它排，再按文件名', decode: decimal },
  note: {
    alias: '按语',
    about: '这一篇的编者按（Markdown）',
    decode: markdown('这篇稿件值得一读。'),
  },
  tocTitle: {
    alias: '目录标题',
    about: '目录里用的标题；`false` 是不进目录',
    decode: orFalse(text('健康知识讲座')),
  },
  attachment: {
    alias: '附件',
    about: '`true` 或附件的名称：这个文件是公文的附件',
    decode: orToggle(text('报名表')),
  },
  draft: { alias: '草稿', about: '`true` 是草稿，不排进去，除非用 `--drafts`', decode: toggle },
}

/** The accepted names of the front-matter keys, English and Chinese. */
export const fieldNames = namesOf(fields)
