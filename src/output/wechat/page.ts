import type { WebTemplate } from '../../model/template.js'
import { fill, styleSheet } from '../../typeset/template/template.js'
import type { WechatArticle, WechatIssue } from './articles.js'
import type { Fitted } from './limits.js'
import { limits, sizeOf } from './limits.js'
import type { Conversion } from './state.js'

/** One of the style sheets of the template: the page and the drawings have each their own. */
export const stylesOf = ({ styles }: WebTemplate, name: string): Pick<WebTemplate, 'styles'> => ({
  styles: styles.filter(({ path }) => path.endsWith(name)),
})

interface FieldView {
  name: string
  text: string
  isCut: boolean
  limit: number
}

interface CardView {
  id: string
  heading: string
  file: string
  fields: FieldView[]
  /** Size of the content: 12,345. */
  characters: string
  isTooLong: boolean
  limit: string
  /** What was converted, and where it stands in the source. */
  conversions: string[]
  html: string
}

/** Digest of the script of the page, which alone may run. */
export interface PageScript {
  text: string
  /** `sha256-…`, base64. */
  digest: string
}

/** The page from which the articles are copied. */
export function wechatPage(
  documentTitle: string,
  { articles, whole }: WechatIssue,
  template: WebTemplate,
  script: PageScript,
): string {
  const csp = [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    `script-src '${script.digest}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const cards = articles.map((article, index) => articleCard(article, index))
  const all: CardView[] =
    whole === undefined
      ? []
      : [
          {
            id: 'whole',
            heading: `全期：${documentTitle}`,
            file: '',
            fields: [],
            ...counted(whole),
            conversions: [],
            html: whole,
          },
        ]
  return fill(template, {
    documentTitle,
    csp,
    css: styleSheet(stylesOf(template, 'page.css')),
    script: script.text,
    cards: [...cards, ...all],
  })
}

function counted(html: string) {
  const { characters, bytes } = sizeOf(html)
  return {
    characters: characters.toLocaleString('en'),
    isTooLong: characters >= limits.characters || bytes >= limits.bytes,
    limit: limits.characters.toLocaleString('en'),
  }
}

function articleCard(
  { title, author, digest, article, html, state }: WechatArticle,
  index: number,
): CardView {
  const field = (name: string, { text, isCut }: Fitted, limit: number): FieldView[] =>
    text === '' ? [] : [{ name, text, isCut, limit }]
  return {
    id: `article-${index + 1}`,
    heading: title.text,
    file: article.path,
    fields: [
      ...field('标题', title, limits.title),
      ...field('作者', author, limits.author),
      ...field('摘要', digest, limits.digest),
    ],
    ...counted(html),
    conversions: conversionTexts(state.conversions),
    html,
  }
}

const words = {
  link: (count: number) => `${count} 个链接改成了文末的“引用链接”`,
  table: (count: number) => `${count} 个宽表格画成了图片`,
  formula: (count: number) => `${count} 个公式画成了图片`,
  'qr-code': (count: number) => `${count} 个二维码画成了图片`,
} as const satisfies Record<Conversion['what'], (count: number) => string>

function conversionTexts(conversions: readonly Conversion[]): string[] {
  return (Object.keys(words) as Conversion['what'][]).flatMap((what) => {
    const own = conversions.filter((one) => one.what === what)
    if (own.length === 0) return []
    const lines = [...new Set(own.flatMap(({ line }) => line ?? []))]
    const where = lines.length === 0 ? '' : `（第 ${lines.join('、')} 行）`
    return [`${words[what](own.length)}${where}`]
  })
}
