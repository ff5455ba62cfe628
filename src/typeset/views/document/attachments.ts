import type { Article } from '../../../model/article.js'
import type { AttachmentName } from '../../view-model.js'

export const isAttachment = ({ fields: { attachment } }: Article): boolean =>
  attachment !== undefined && attachment !== false

/** The names of the attachments, in reading order. */
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
