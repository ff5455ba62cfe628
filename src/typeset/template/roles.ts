import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { TemplateFile, TemplateFiles } from '../../model/template.js'

/**
 * The roles that template elements have for the layout: the values of `data-role`, separated by
 * spaces if there are several. Classes are for style sheets only; the layout finds elements by
 * role.
 */
export const roles = {
  sheet: '整个版心，`<main>`；每个模板都要有',
  document: '公文的版心',
  article: '一篇文章',
  briefs: '简讯一栏',
  title: '文章、简讯栏的标题；`id` 是目录链接到的地方',
  body: '文章的正文',
  note: '按语的框；落在页首时往下移，不贴着天头',
  contents: '目录',
  'own-pages': '目录自己占页，太长时一页页分好',
  'contents-title': '“目录”两个字',
  'contents-section': '目录里的栏目名',
  'contents-row': '目录的一行',
  'contents-text': '目录一行里的标题',
  'row-number': '总目录一行里的期和页',
  leader: '标题和页码之间的点线，由程序画',
  colophon: '版记，排在最后一页的下端',
  'on-any-page': '版记排在单页也可以',
  'document-body': '公文的正文和落款',
  attachment: '公文的一个附件',
  recipients: '主送机关；太多时移到版记',
  'imprint-rows': '版记里抄送、主送的几行',
  attendance: '纪要的出席人员',
  signed: '落款：署名、印章、日期',
  'signed-name': '落款里的署名',
  'signed-seal': '落款里的印章',
  'signed-signer': '落款里签发人的姓名',
  'signed-date': '落款里的日期',
  stamped: '落款盖签名章（命令）',
  mark: '发文机关标志',
  joint: '几个机关联合行文的标志，太高时缩小',
} as const

const element = /<[a-z][\w-]*\b(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^<>"'])*>/g
const classAttribute = /\sclass="([^"]*)"/
const roleAttribute = /\sdata-role="([^"]*)"/

/**
 * Reports a template without a sheet, and elements with the class of a built-in role but without
 * the role: the layout would skip their leaders, page numbers or signatures without an error.
 */
export function checkRoles(template: TemplateFiles): Diagnostic[] {
  const files = [template.page, ...Object.values(template.partials)]
  const hasSheet = files.some(({ text }) => /\sdata-role="(?:[^"]*\s)?sheet[\s"]/.test(text))
  return [
    ...(hasSheet ? [] : [withoutSheet(template.page)]),
    ...files.flatMap((file) => missingRoles(file)),
  ]
}

const withoutSheet = ({ path }: TemplateFile): Diagnostic =>
  configurationErrorAt(
    { file: path, at: fileStart },
    {
      rule: 'template-role',
      message: '模板里没有版心：没有一个元素写着 data-role="sheet"。',
      hint: '把装着所有内容的元素写成 <main class="sheet" data-role="sheet" id="bulletin">。',
    },
  )

function missingRoles({ path, text }: TemplateFile): Diagnostic[] {
  return [...text.matchAll(element)].flatMap(({ 0: tag, index }) => {
    const named = wordsOf(classAttribute.exec(tag)?.[1]).filter((word) => word in roles)
    const declared = wordsOf(roleAttribute.exec(tag)?.[1])
    const [missing] = named.filter((word) => !declared.includes(word))
    if (missing === undefined) return []
    const before = text.slice(0, index).split('\n')
    const at = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
    return [
      warningAt(
        { file: path, at },
        {
          rule: 'template-role',
          message: `这个元素的 class 里有“${missing}”，data-role 里没有，排版时认不出它。`,
          hint: `加上 data-role="${[...declared, missing].join(' ')}"；不是要它起这个作用的，把 class 换一个名字。`,
        },
      ),
    ]
  })
}

/** The literal words of an attribute, without those that contain template expressions. */
const wordsOf = (value = ''): string[] =>
  value
    .replace(/[\w-]*\{\{#?[^}]*\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
