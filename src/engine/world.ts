import type { FontSet } from '../fonts/font-set.js'
import type { Picture } from '../images/open.js'
import type { OpenIssue } from '../input/parse-issue.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { PictureOptions, PictureRequest } from '../model/picture.js'
import type { Place } from '../model/place.js'
import type { FileReference, Settings } from '../model/settings.js'
import type { IssueSources } from '../model/source.js'
import type { Staged } from '../model/staged.js'
import type { TemplateFiles } from '../model/template.js'
import type { Printed, PrintOptions } from '../output/pdf/print.js'

/** Everything outside the program. The pipeline touches nothing else. */
export interface World {
  readIssue(target: string): Promise<IssueSources>
  /** Parses articles (`parseArticle`), but not those that an earlier build has parsed. */
  parseArticles(work: OpenIssue['work']): Promise<Staged<Article>[]>
  readTemplate(template: string | FileReference): Promise<Staged<TemplateFiles>>
  readPicture(wish: PictureRequest, options: PictureOptions): Promise<Staged<Picture>>
  /** The font of every role; what is wrong with those that `fonts:` names is said at `place`. */
  chooseFonts(
    wanted: Settings['fonts'],
    place?: Place,
  ): Promise<{ value: FontSet; diagnostics: Diagnostic[] }>
  /** Starts the browser ahead of the first print; returns as soon as it is on its way, or failed. */
  warmUp(): Promise<void>
  /**
   * Prints HTML that render made; the browser is started when there is none yet. Its start is among
   * the spans of the first print that could use it.
   */
  print(html: string, fonts: FontSet, options: PrintOptions): Promise<Printed & { browser: string }>
  /** Files that have changed since they were read: nothing that was made of them is used again. */
  forget(paths: readonly string[]): void
  /** Writes a file whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Milliseconds since the process started, for timings. */
  clock(): number
  /** Ends the browsers and leaves nothing behind. */
  close(): Promise<void>
}
