import type { DrawnElement } from '../browser/draw.js'
import type { FontSet } from '../fonts/font-set.js'
import type { Picture } from '../images/open.js'
import type { OpenIssue } from '../input/parse-issue.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { PictureOptions, PictureRequest } from '../model/picture.js'
import type { Place } from '../model/place.js'
import type { EditionAhead } from '../model/preview.js'
import type { Request } from '../model/request.js'
import type { FileReference, Settings } from '../model/settings.js'
import type { IssueSources } from '../model/source.js'
import type { Staged } from '../model/staged.js'
import type { TemplateFiles } from '../model/template.js'
import type { Ahead } from '../output/pdf/ahead.js'
import type { Printed, PrintOptions } from '../output/pdf/print.js'
import type { KeepHtml } from '../typeset/content-html.js'

/** Interface to everything outside the program. The pipeline has no other side effects. */
export interface World {
  readIssue(target: string): Promise<IssueSources>
  /** Parses articles (`parseArticle`); unchanged ones may come from the cache. */
  parseArticles(work: OpenIssue['work']): Promise<Staged<Article>[]>
  readTemplate(template: string | FileReference): Promise<Staged<TemplateFiles>>
  readPicture(request: PictureRequest, options: PictureOptions): Promise<Staged<Picture>>
  /** Chooses the font of every role. Diagnostics about the fonts of `fonts:` point to `place`. */
  chooseFonts(
    wanted: Settings['fonts'],
    place?: Place,
  ): Promise<{ value: FontSet; diagnostics: Diagnostic[] }>
  /** Opens what keeps typeset content between builds; absent where nothing is kept. */
  openHtml?: (request: Request, fonts: FontSet) => Promise<KeepHtml>
  /**
   * Starts the browser before the first print. Resolves when the process is started, or has failed
   * to start.
   */
  warmUp(): Promise<void>
  /**
   * Prints HTML from the render stage; starts the browser if none is running. The start is one of
   * the spans of the first print that could use that browser.
   */
  print(html: string, fonts: FontSet, options: PrintOptions): Promise<Printed & { browser: string }>
  /**
   * Draws the elements of a page that have the attribute `data-drawn`, as pictures; starts the
   * browser if none is running.
   */
  draw(html: string, fonts: FontSet): Promise<DrawnElement[]>
  /** Discards everything derived from these files, because they have changed. */
  forget(paths: readonly string[]): void
  /** Writes a file atomically. `option` names it or its folder, for the advice when it cannot be. */
  write(path: string, bytes: Uint8Array, option?: string): Promise<void>
  /** Shows some pages of an edition before all are printed; only in a preview. */
  ahead?: {
    wanted: Ahead['wanted']
    show(edition: Omit<EditionAhead, 'number'>): void
  }
  /** Milliseconds since the process started, for timings. */
  clock(): number
  /** Closes the browsers and removes temporary files. */
  close(): Promise<void>
}
