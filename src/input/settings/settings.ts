import type { Settings } from '../../model/settings.js'
import { check } from './keys/check.js'
import { documentKeys } from './keys/document.js'
import { fonts } from './keys/fonts.js'
import { images, page } from './keys/page.js'
import { sections } from './keys/sections.js'
import { template } from './keys/template.js'
import { wordStyles } from './keys/word-styles.js'
import type { Table } from './schema.js'
import { mapping, namesOf } from './schema.js'
import type { Decoder } from './value.js'
import { accepting, ok } from './value.js'
import { choice, chosen } from './values/choice.js'
import { day } from './values/day.js'
import { entries } from './values/entries.js'
import { file } from './values/file.js'
import { texts } from './values/list.js'
import { markdown } from './values/markdown.js'
import { integer, issueWords } from './values/number.js'
import { asWritten, orFalse, text } from './values/text.js'

/** Also accepts the word for “none” (`none`, 无). */
const orNone = <T, N>(read: Decoder<T>, none: N): Decoder<T | N> =>
  accepting<T | N>({ anyOf: [{ enum: ['none', ...NONE.none] }, read.accepts ?? {}] }, (given) => {
    const written = asWritten(given.node)?.trim() ?? ''
    return chosen(NONE, written) === undefined ? read(given) : ok(none)
  })

const NONE = { none: ['无'] } as const

/** The keys of `bulletin.yaml` (docs/design/authoring-format.md, 2). */
export const settings: Table<Settings> = {
  template: {
    alias: '模板',
    about:
      '`newsletter`（工作通讯）、`briefing`（简报）、`document`（公文），或自己的模板文件夹，如 `./my-template`',
    otherwise: '`newsletter`',
    decode: template,
  },
  title: { alias: '刊名', about: '工作通讯', otherwise: '文件夹的名字', decode: text('工作通讯') },
  number: {
    alias: '期号',
    about: '年内第几期，如 3；第3期、第三期也行',
    otherwise: '不印',
    decode: integer({ min: 1, sample: 3, around: issueWords, likely: /第\s*(\d+)/ }),
  },
  total: {
    alias: '总期号',
    about: '总第几期，如 54、第五十四期，或 `none`（无）',
    otherwise: '由 `issue-N` 得来',
    decode: orNone(
      integer({ min: 1, sample: 54, around: issueWords, likely: /总第?\s*(\d+)/ }),
      'none',
    ),
  },
  issueLine: {
    alias: '期号行',
    about: '整行照印，如 二〇二二年第十九期',
    otherwise: '第3期（总第54期）',
    decode: text('二〇二二年第十九期'),
  },
  numerals: {
    alias: '数字',
    about: '`arabic`（阿拉伯数字）或 `chinese`（汉字）：期号行和刊期用哪种数字',
    otherwise: '`arabic`',
    decode: choice({ arabic: ['阿拉伯数字', '阿拉伯'], chinese: ['汉字', '中文'] }),
  },
  date: {
    alias: '日期',
    about:
      '`2021-06-28`、`2021年6月28日`、`2021.6.28`、`2021/6/28`、`20210628`、`二〇二一年六月二十八日`，或不写日，如 `2021年6月`',
    otherwise: '最晚一篇的日期',
    decode: day,
  },
  period: {
    alias: '刊期',
    about: '封面上的刊期，照印',
    otherwise: '由日期得来，如 2021年6月',
    decode: text('2021年6月'),
  },
  publisher: {
    alias: '主办',
    about: '主办单位',
    otherwise: '不印',
    decode: text('某某市计划生育协会'),
  },
  sections: {
    alias: '栏目',
    about: '栏目的顺序；一项是名称，或 `{ name, note }`（`名称`、`按语`：整个栏目的按语）',
    otherwise: '按出现的先后',
    decode: sections,
  },
  briefs: {
    alias: '简讯',
    about: '哪些栏目排成简讯',
    otherwise: '`[简讯, 工作简讯]`',
    decode: texts('简讯'),
  },
  note: {
    alias: '编者按',
    about: '全期的编者按（Markdown）',
    otherwise: '不印',
    decode: markdown('这一期值得一读。'),
  },
  feature: {
    alias: '专辑',
    about: '专辑名，印在封面上',
    otherwise: '不印',
    decode: text('学习贯彻会议精神专辑'),
  },
  staff: {
    alias: '编辑',
    about: '分项：职务 → 姓名，依次印出',
    otherwise: '不印',
    decode: entries('总编辑: 尹 红'),
  },
  distribution: {
    alias: '分发',
    about: '分项：送、发、报、抄送…… → 单位（Markdown）',
    otherwise: '不印',
    decode: entries('送: 市委办公室'),
  },
  contact: {
    alias: '联系',
    about: '分项：电话传真、邮箱…… → 内容',
    otherwise: '不印',
    decode: entries('邮箱: bianjibu@example.cn'),
  },
  cover: {
    alias: '封面',
    about: '封面图片的路径，或 `false`（无）不要封面',
    otherwise: '模板自己的封面',
    decode: orNone(orFalse(file('images/cover.jpg')), false),
  },
  images: {
    alias: '图片',
    about: '分项：`dpi`（分辨率，72–1200）、`quality`（质量，1–100）、`lossless`（无损）',
    otherwise: '300、85',
    decode: mapping(images, { dpi: 300, quality: 85 }),
  },
  page: {
    alias: '版面',
    about:
      '分项：`chars`（页字数）、`lines`（页行数）、`duplex`（双面）、`mirror`（镜像：左右页的订口对称）、`punctuation`（标点占多宽）、`fit`（增减行：为版面让段落少一行、多一行）',
    otherwise: '模板的',
    decode: mapping(page, { chars: 28, lines: 25 }),
  },
  fonts: {
    alias: '字体',
    about: '字体文件或字体的名字，见“字体”一页',
    otherwise: '按次序找装好的和随包的',
    decode: fonts,
  },
  startOn: {
    alias: '起始页',
    about: '文章从哪里开始：`page`（另页）、`recto`（另起右页）、`flow`（接排）',
    otherwise: '`page`；简报是 `flow`',
    decode: choice({ page: ['另页', '另起一页'], recto: ['另起右页', '右页'], flow: ['接排'] }),
  },
  numbering: {
    alias: '标题编号',
    about: '`manual`（手动）或 `auto`（自动：一、（一）1.（1））',
    otherwise: '`manual`',
    decode: choice({ manual: ['手动'], auto: ['自动'] }),
  },
  toc: {
    alias: '目录',
    about: '`pages`（页码）、`list`（列表）或 `none`（无）',
    decode: choice({ pages: ['页码'], list: ['列表'], none: ['无'] }),
  },
  copies: {
    alias: '印数',
    about: '印发的份数，整数',
    decode: integer({ min: 1, sample: 500, around: /^(\S+?)\s*[份册本]$/ }),
  },
  ...documentKeys,
  check: {
    alias: '检查',
    about:
      '分项：`rules`（规则：规则名 → `off` 关、`warning` 警告、`error` 错误）、`words`（词语：错的 → 对的）',
    otherwise: '各规则自己的',
    decode: check,
  },
  wordStyles: {
    alias: 'Word样式',
    about: '导入 Word 稿件时，样式的名字 → 它的意思，见“导入”一页',
    otherwise: '程序自己认',
    decode: wordStyles,
  },
}

/** The accepted names of the keys of `bulletin.yaml`, English and Chinese. */
export const settingNames = namesOf(settings)
