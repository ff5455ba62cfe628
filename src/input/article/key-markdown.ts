import type { Root as Hast } from 'hast'
import type { PictureReference } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import { parseMarkdown, toContent } from '../markdown/markdown.js'

/** The rendered form of a short Markdown text given as the value of a key. */
export interface Note {
  /** Undefined when there is no text. */
  content?: Hast
  pictures: PictureReference[]
  diagnostics: Diagnostic[]
}

/**
 * Renders Markdown given as the value of a key: a note, a row of `distribution`. All diagnostics
 * point at the key and have no fix, because YAML may have folded the lines of the value and offsets
 * in it do not match the file.
 */
export function toNote(
  text: string | undefined,
  { file, at }: Place,
  { idPrefix, numbering }: { idPrefix: string; numbering?: Settings['numbering'] },
): Note {
  if (text === undefined) return { pictures: [], diagnostics: [] }
  const parsed = parseMarkdown(text, { file })
  const rendered = toContent(parsed.body, {
    file,
    idPrefix: `${idPrefix}-note`,
    ...(numbering ? { numbering } : {}),
  })
  return {
    content: rendered.content,
    pictures: rendered.pictures.map((picture) => ({ ...picture, at })),
    diagnostics: [...parsed.diagnostics, ...rendered.diagnostics].map(
      ({ fix: _, ...diagnostic }) => ({
        ...diagnostic,
        at,
      }),
    ),
  }
}
