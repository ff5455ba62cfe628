import type { PictureOpener } from '../../images/scale.js'
import type { KeepContributions } from '../contributions.js'
import type { keptArticles } from './articles.js'
import type { Builder } from './builds.js'
import type { OpenHtml } from './html.js'
import type { Store } from './store.js'

/** The results of earlier builds that can be reused. */
export interface Cache {
  store: Store
  /** Whole builds. */
  build: Builder
  /** Page numbers, without files. */
  prove: Builder
  /** Parsed articles. */
  parseArticles: ReturnType<typeof keptArticles>
  /** Typeset content. */
  openHtml: OpenHtml
  /** What statistics and yearly indexes need of an issue. */
  contributions: KeepContributions
  /** Scaled pictures. */
  openPicture: PictureOpener
}
