import type { DrawnElement } from '../browser/draw.js'
import type { Resources } from '../browser/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Issue } from '../model/issue.js'
import type { Place } from '../model/place.js'
import type { SitePlace } from '../model/request.js'
import type { Settings } from '../model/settings.js'
import type { PlacedPictures } from './pdf/pictures.js'
import type { Printed } from './pdf/print.js'

/** The input of every output format. */
export interface ArrangedIssue {
  /** The issue in reading order. */
  issue: Issue
  /** Where its settings are written. */
  where: Partial<Record<keyof Settings, Place>>
  /** Where its pictures stand. */
  pictures: PlacedPictures
  /** The scaled pictures by URL. */
  resources: Resources
  /** SOURCE_DATE_EPOCH, in seconds since 1970: replaces the issue's date. */
  epoch?: number
  /** Where its page lies in a site. */
  site?: SitePlace
  /** The printed, verified pages, when another file needs them. */
  printed?: Printed
  /**
   * Draws the elements of a page that have the attribute `data-drawn` with the fonts of the issue, as
   * pictures. Starts a browser.
   */
  draw: (html: string) => Promise<DrawnElement[]>
}

/** The input of a format that says page numbers: also the printed, verified pages. */
export interface PrintedIssue extends ArrangedIssue {
  printed: Printed
}

/** A file, or one with what a person should change before it is used. */
export type MadeFile = Uint8Array | { bytes: Uint8Array; diagnostics: Diagnostic[] }
