import type { Article } from '../../../model/model.js'

/** An attachment by its name, as 附件说明 and its own page give it (GB/T 9704—2012, 7.3.4 and 7.3.7). */
export interface AttachmentName {
  article: Article
  /** 附件1; 附件 when there is only one. */
  heading: string
  /** `1.` in the list; undefined when there is only one. */
  number: string | undefined
  /** Without a mark at its end. Empty when nobody named it. */
  name: string
}

export const isAttachment = ({ fields: { attachment } }: Article): boolean =>
  attachment !== undefined && attachment !== false

/** The attachments among articles in reading order. */
export function attachmentNames(articles: readonly Article[]): AttachmentName[] {
  const attached = articles.filter(isAttachment)
  return attached.map((article, index) => ({
    article,
    heading: attached.length > 1 ? `附件${index + 1}` : '附件',
    number: attached.length > 1 ? `${index + 1}.` : undefined,
    name: nameOf(article),
  }))
}

function nameOf({ fields: { attachment, title, tocTitle } }: Article): string {
  const given = typeof attachment === 'string' ? attachment : tocTitle || title || ''
  return given.replaceAll('\n', '').replace(/[。；，、]$/u, '')
}
