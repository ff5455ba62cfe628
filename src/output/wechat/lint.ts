import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import type { WechatArticle } from './articles.js'
import { limits, sizeOf } from './limits.js'

/** Reports what the editor of WeChat will not take. All can be mended only in the articles. */
export function lintWechat(articles: readonly WechatArticle[]): Diagnostic[] {
  return articles.flatMap((one) => [
    ...titleFindings(one),
    ...sizeFindings(one),
    ...pictureFindings(one),
  ])
}

function titleFindings({ title, article: { path, fields, where } }: WechatArticle): Diagnostic[] {
  if (!title.isCut || !fields.title) return []
  return [
    warningAt(
      { file: path, at: where.title ?? fileStart },
      {
        rule: 'wechat-title',
        message: `标题“${excerpt(fields.title)}”超过 ${limits.title} 个字，公众号里截成了“${title.text}”。`,
        hint: `在稿件开头加一行“目录标题: ……”，写一个 ${limits.title} 个字以内的短标题。`,
      },
    ),
  ]
}

function sizeFindings({ html, article }: WechatArticle): Diagnostic[] {
  const { characters, bytes } = sizeOf(html)
  const place = { file: article.path, at: article.where.title ?? fileStart }
  const made: Diagnostic[] = []
  if (characters >= limits.characters)
    made.push(
      warningAt(place, {
        rule: 'wechat-long',
        message: `这一篇放进公众号是 ${characters} 个字符（格式也算，图片按上传后的地址算），公众号的接口只收 ${limits.characters} 个以内。`,
        hint: '分成两篇发；加粗、表格和链接少一些，字符也会少。',
      }),
    )
  if (bytes >= limits.bytes)
    made.push(
      warningAt(place, {
        rule: 'wechat-large',
        message: `这一篇放进公众号有 ${(bytes / 1e6).toFixed(1)} MB（不算图片），公众号只收 1 MB 以内。`,
        hint: '分成几篇发。',
      }),
    )
  return made
}

function pictureFindings({ state, article }: WechatArticle): Diagnostic[] {
  return state.used
    .filter(({ bytes }) => bytes > limits.picture)
    .map(({ bytes, at, src }) =>
      warningAt(
        { file: article.path, at: at ?? fileStart },
        {
          rule: 'wechat-picture',
          message: `图片“${excerpt(src)}”放进公众号有 ${(bytes / 1e6).toFixed(1)} MB，公众号只收 10 MB 以内的图片。`,
          hint: '把图片裁小，或在括号里写小一点的宽度。',
        },
      ),
    )
}
