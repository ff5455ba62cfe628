import type { Element as Hast } from 'hast'
import type { Resources } from '../../browser/index.js'
import type { Kind } from '../../model/issue.js'
import type { Faces } from './faces.js'
import { Relations } from './package.js'
import type { WordPage } from './page.js'
import type { Look } from './run.js'
import { run, runOf, spacedRuns } from './run.js'
import type { StyleId } from './style-ids.js'
import { looksOf } from './styles.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** A Word file in the making: its look, and what its parts must number or name only once. */
export class Draft {
  readonly relations = { document: new Relations(), footnotes: new Relations() }
  readonly media = new Map<string, Uint8Array>()
  /** The footnotes so far, from number 1. */
  readonly footnotes: Xml[] = []
  /** The notes that marks in the text may refer to, by their ids. */
  readonly notes = new Map<string, Hast>()
  /** Ids of the notes that have become footnotes. */
  readonly placedNotes = new Set<string>()
  readonly lookOf: (style: StyleId) => Look
  #bookmarks = 0
  #drawings = 0

  constructor(
    readonly page: WordPage,
    readonly kind: Kind,
    readonly faces: Faces,
    readonly resources: Resources,
  ) {
    this.lookOf = looksOf(page, kind)
    for (const part of ['styles', 'settings', 'footnotes'])
      this.relations.document.to(part, `${part}.xml`)
  }

  run(look: Look, text: string): Xml {
    return run(this.faces, look, text)
  }

  runOf(look: Look, ...content: Xml[]): Xml {
    return runOf(this.faces, look, ...content)
  }

  spaced(look: Look, text: string, em: number): Xml[] {
    return spacedRuns(this.faces, look, text, em)
  }

  /** Puts content between the two ends of a bookmark. */
  bookmarked(name: string, content: readonly Xml[]): Xml[] {
    const id = this.#bookmarks++
    return [w('bookmarkStart', { id, name }), ...content, w('bookmarkEnd', { id })]
  }

  /** Number of the next drawing, from 1. */
  nextDrawing(): number {
    this.#drawings += 1
    return this.#drawings
  }

  /**
   * Adds a picture and returns the id of the relation to it.
   * @param part the part that shows the picture.
   */
  addMedia(
    bytes: Uint8Array,
    type: string,
    { key, part = 'document' }: { key: string; part?: 'document' | 'footnotes' },
  ): string {
    const known = this.#names.get(key)
    const name = known ?? `image${this.#names.size + 1}.${type === 'image/png' ? 'png' : 'jpeg'}`
    this.#names.set(key, name)
    this.media.set(name, bytes)
    return this.relations[part].to('image', `media/${name}`)
  }
  readonly #names = new Map<string, string>()
}
