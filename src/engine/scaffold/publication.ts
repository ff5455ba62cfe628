import { stringify } from 'yaml'
import type { Kind } from '../../model/issue.js'
import type { Day } from '../../model/settings.js'
import { isoDay } from '../../text/day.js'
import { editorFiles, schemaLine } from './editor-files.js'

/** The input of `bulletin init` for a new publication. */
export interface Publication {
  title: string
  publisher: string
  template: Kind
  /** In order; used only for newsletters and briefings. */
  sections: readonly string[]
  /** Number of the first issue within its year. */
  number: number
  /** Running number of the first issue; undefined when the publication has no running numbers. */
  total?: number
  date: Day
}

/** The default sections of a newsletter. */
export const usualSections = ['要闻', '工作交流', '简讯'] as const

/**
 * Returns the files of a new publication (path relative to its folder → text), with a first issue
 * that can be built at once. A document (公文) is a single folder without issues.
 */
export function publicationFiles(publication: Publication): Map<string, string> {
  if (publication.template === 'document') {
    return new Map([...documentFiles(publication), ...editorFiles()])
  }
  const issue = issueFolder(publication)
  const briefs = publication.sections.find((name) => name.includes('简讯'))
  const first = publication.sections.find((name) => name !== briefs) ?? '要闻'
  return new Map([
    ['bulletin.yaml', sharedSettings(publication)],
    [`${issue}/bulletin.yaml`, issueSettings(publication)],
    [`${issue}/01-稿件的写法.md`, sampleArticle(first, publication)],
    ...(briefs ? ([[`${issue}/21-简讯.md`, sampleBriefs(briefs)]] as const) : []),
    ...editorFiles(),
  ])
}

/** Returns the folder name of an issue, as in `2021年第3期`. */
export const issueFolder = ({ date, number }: Pick<Publication, 'date' | 'number'>): string =>
  `${date.year}年第${number}期`

const sharedSettings = ({ title, publisher, template, sections }: Publication) =>
  `# 各期共用的设置。每一期自己的 bulletin.yaml 只写不同的地方；键名中文、英文都可以写。
${schemaLine('')}${template === 'newsletter' ? '' : `模板: ${templateNames[template]}\n`}${line('刊名', title)}${line('主办', publisher)}
# 栏目的次序。稿件开头的“栏目”写其中一个；简讯排成一条一条的。
栏目:
${sections.map((name) => `  - ${scalar(name)}`).join('\n')}

# 印在最后一页的版记；不要的删去，去掉前面的 # 就起作用。
# 编辑:
#   总编辑: 姓 名
#   责任编辑: 姓 名
# 分发:
#   送: 市委办公室，市文化馆。
# 联系:
#   电话: 0000-00000000
`

const issueSettings = ({ number, total, date }: Publication) =>
  `# 这一期的设置；别的写在上一级文件夹的 bulletin.yaml 里。
${schemaLine('../')}期号: ${number}
总期号: ${total ?? '无'}
日期: ${isoDay(date)}
`

/** An article that explains how articles are written, so that the first build is not empty. */
const sampleArticle = (section: string, { date, publisher }: Publication) =>
  `---
标题: 稿件的写法
栏目: ${scalar(section)}
${line('单位', publisher)}日期: ${isoDay(date)}
---

一篇稿子是一个这样的文件，文件名前面的数字就是次序。上面两行 --- 之间写标题、栏目、单位、作者，从这里起是正文；段与段之间空一行，段首不必空格。

**加粗的话**前后各打两个星号。小标题前面打两个 #：

## 一、图片

图片放在 images 文件夹里，单独占一行这样写：\`![说明](images/开馆.jpg)\`。

## 二、表格

| 项目 | 数量 |
| --- | --- |
| 稿件 | 12 |
| 简讯 | 6 |

看懂以后把这个文件删去，放进真正的稿件。
`

const sampleBriefs = (section: string) =>
  `---
栏目: ${scalar(section)}
---

- 一条简讯是列表的一项，前面打一个减号。

  （供稿单位 姓 名）

- 最后一段写在括号里，就是这一条的署名。

  （供稿单位）
`

function documentFiles({ publisher, date }: Publication): Map<string, string> {
  return new Map([
    [
      'bulletin.yaml',
      `# 一份公文（GB/T 9704—2012）。键名中文、英文都可以写。
${schemaLine('')}模板: 公文
${line('刊名', `${publisher}文件`)}${line('主办', publisher)}发文字号: 某发〔${date.year}〕1号
日期: ${isoDay(date)}
主送: 各有关单位
# 抄送: 某某单位
# 印发机关: ${publisher}办公室
# 印发日期: ${isoDay(date)}
`,
    ],
    [
      '01-正文.md',
      `---
标题: 关于某某事项的通知
---

为做好某某工作，现就有关事项通知如下：

## 一、范围

（一）……

## 二、要求

请于收到通知后抓紧落实。
`,
    ],
  ])
}

/** The names of the templates in `bulletin.yaml`. */
const templateNames: Record<Kind, string> = {
  newsletter: '工作通讯',
  briefing: '简报',
  document: '公文',
}

const scalar = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd()
const line = (key: string, value: string) => (value === '' ? '' : `${key}: ${scalar(value)}\n`)
