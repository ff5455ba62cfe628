import type { Root as Hast } from 'hast'
import type { PictureReference } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import { parseMarkdown, toContent } from '../markdown/markdown.js'

/** A short Markdown text that stands in a key, as it goes on the page. */
export interface Note {
  /** Undefined when there is no text. */
  content?: Hast
  pictures: PictureReference[]
  diagnostics: Diagnostic[]
}

/**
 * Markdown that is the value of a key: a note, a line of `distribution`. What is wrong with it is
 * said at the key, since YAML may have folded its lines; for the same reason nothing is mended.
 */
export function toNote(
  text: string | undefined,
  { file, at }: Place,
  { idPrefix, numbering }: { idPrefix: string; numbering?: Settings['numbering'] },
): Note {
  if (text === undefined) return { pictures: [], diagnostics: [] }
  const parsed = parseMarkdown(text, { file })
  const made = toContent(parsed.body, {
    file,
    idPrefix: `${idPrefix}-note`,
    ...(numbering ? { numbering } : {}),
  })
  return {
    content: made.content,
    pictures: made.pictures.map((picture) => ({ ...picture, at })),
    diagnostics: [...parsed.diagnostics, ...made.diagnostics].map(({ fix: _, ...said }) => ({
      ...said,
      at,
    })),
  }
}
