import type { Draft } from './draft.js'
import { paragraph } from './paragraph.js'
import type { SectionLook } from './section.js'
import { sectionProperties } from './section.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** The body of a Word file: its blocks in order, in sections of their own page and notes. */
export class Flow {
  readonly #sections: { look: SectionLook; blocks: Xml[] }[] = []

  constructor(
    readonly draft: Draft,
    first: SectionLook,
  ) {
    this.#sections.push({ look: first, blocks: [] })
  }

  add(...blocks: (readonly Xml[])[]): void {
    this.#sections.at(-1)?.blocks.push(...blocks.flat())
  }

  /** Begins a section; one that has no blocks yet becomes it. */
  section(look: SectionLook): void {
    const last = this.#sections.at(-1)
    if (last?.blocks.length === 0) last.look = look
    else this.#sections.push({ look, blocks: [] })
  }

  get isEmpty(): boolean {
    return this.#sections.every(({ blocks }) => blocks.length === 0)
  }

  /** `w:body`: a section's properties are in its last paragraph, those of the last at the end. */
  get body(): Xml {
    const children = this.#sections.flatMap(({ look, blocks }, index) => {
      const properties = sectionProperties(this.draft.page, look)
      return index === this.#sections.length - 1
        ? [...blocks, properties]
        : endedBy(blocks, properties)
    })
    return w('body', {}, children)
  }
}

function endedBy(blocks: readonly Xml[], properties: Xml): Xml[] {
  const last = blocks.at(-1)
  const ends =
    last?.name === 'w:p'
      ? last
      : paragraph({ style: 'Normal', line: { height: 20, rule: 'exact' } })
  const before = last === ends ? blocks.slice(0, -1) : blocks
  const [own, ...content] = ends.children
  const hasOwn = own?.type === 'element' && own.name === 'w:pPr'
  const children = hasOwn
    ? [{ ...own, children: [...own.children, properties] }, ...content]
    : [w('pPr', {}, properties), ...ends.children]
  return [...before, { ...ends, children }]
}
