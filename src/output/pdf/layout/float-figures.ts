/**
 * Runs inside the browser. A picture or a table that does not fit on the rest of a page moves to
 * the next page and leaves a gap. A gap of three lines or more is closed by the first of these
 * steps that works:
 *
 * 1. A picture whose size the author did not set is made smaller, to no less than three quarters,
 *    and stays on the page.
 * 2. Up to three following paragraphs move before it; the last of them must not be a lead-in.
 * 3. A picture moves before the paragraph above it, unless that paragraph announces it.
 *
 * Only children of `.article > .body` move; nothing moves past headings, lists or other figures.
 * Positions after a change are computed in grid lines, so that an issue with gaps needs one more
 * layout and an issue without gaps needs none. Keeps the column layout (`.paginating`) for
 * `paginate`.
 */
export function fillPageGaps(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const movable =
    '[data-role~="article"] > [data-role~="body"] > .figure:not(.parted), [data-role~="article"] > [data-role~="body"] > .table.unbroken'
  if (!sheet?.querySelector(movable)) return
  document.documentElement.classList.add('paginating')
  const edge = sheet.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(sheet).lineHeight)
  /**
   * Converts px to lines. A value within 0.1 of a whole number is rounded, to absorb pixel
   * rounding.
   */
  const inLines = (length: number) => {
    const rounded = Math.round(length / line)
    return Math.abs(length / line - rounded) < 0.1 ? rounded : length / line
  }
  const pageLines = Math.floor(inLines(edge.height))
  /** Smallest gap, in lines, that is closed. */
  const smallestGap = 3
  /** Smallest scale of a picture. */
  const smallest = 0.75

  interface FlowBlock {
    element: HTMLElement
    /** Height in lines. */
    lines: number
    /** Position of its first and last line: page (from 0) and lines below the top of the page. */
    from: { page: number; at: number }
    to: { page: number; at: number }
    /** Not broken over pages. */
    unbroken: boolean
    keepsWithNext: boolean
    startsPage: boolean
    /** Already considered; not moved a second time. */
    considered: boolean
  }

  const fragmentsOf = (element: Element) =>
    [...element.getClientRects()].filter(({ height }) => height > 0)
  const pageOf = ({ left }: DOMRect) => Math.floor((left - edge.left + 1) / edge.width)

  /**
   * Whether the element begins a page and the page before ends with a gap, in the present layout.
   */
  const leavesGap = (element: Element): boolean => {
    const [own] = fragmentsOf(element)
    const above = element.previousElementSibling
    const end = above?.matches('.page-break') ? undefined : above && fragmentsOf(above).at(-1)
    return (
      !!own && !!end && pageOf(end) < pageOf(own) && edge.bottom - end.bottom >= smallestGap * line
    )
  }

  const blockOf = (element: HTMLElement): FlowBlock[] => {
    const style = getComputedStyle(element)
    const starts = style.breakBefore === 'column'
    const boxes = starts ? [...element.getClientRects()] : fragmentsOf(element)
    const [first, last] = [boxes[0], boxes.at(-1)]
    if (!first || !last) return []
    const height = boxes.reduce((sum, box) => sum + box.height, 0)
    const margins = Number.parseFloat(style.marginTop) + Number.parseFloat(style.marginBottom)
    return [
      {
        element,
        lines: inLines(height + margins),
        from: { page: pageOf(first), at: inLines(first.top - edge.top) },
        to: { page: pageOf(last), at: inLines(last.bottom - edge.top) },
        unbroken: style.breakInside === 'avoid',
        keepsWithNext: style.breakAfter === 'avoid',
        startsPage: starts,
        considered: false,
      },
    ]
  }

  const textOf = ({ element }: FlowBlock) => (element.textContent ?? '').trim()
  const isText = (block: FlowBlock | undefined): block is FlowBlock =>
    block?.element.tagName === 'P' && ['', 'composed'].includes(block.element.className)
  /** Whether the text leads into the next block: 情况如下： or a caption typed as a paragraph. */
  const isLeadIn = (text: string) => !/[。！？…][”’）]*$/.test(text) || /如下[^，。]*。$/.test(text)
  /** Whether the text announces a picture below it or names its number. 线下图书 and 常见图书 do not. */
  const announces = (text: string) =>
    isLeadIn(text) || /(下|附|见|如)图(?!书)|下表|下列|如下|图\s*\d/.test(text)
  /** Whether the text refers to a picture above it, or belongs to it as a note does. */
  const followsUp = (text: string) =>
    /(上|左|右|见|如)图(?!书)|上表|图为|图中/.test(text) ||
    /^[（(]?([图表]\s*[\d一二三四五六七八九十]|(图|表|注|资料|来源|数据|说明|摄影)\S{0,2}：)/.test(
      text,
    )

  /**
   * Returns a function that shrinks the picture to `room` lines, or undefined if it would become
   * too small. Updates `block.lines`.
   */
  const shrinkTo = (block: FlowBlock, room: number): (() => void) | undefined => {
    const images = [...block.element.querySelectorAll<HTMLElement>('.frame > img')]
    const frames = [...block.element.querySelectorAll<HTMLElement>('.frame')]
    const linesOf = (frame?: HTMLElement) => Number(frame?.style.getPropertyValue('--lines') ?? 0)
    const caption = block.lines - linesOf(frames[0])
    const lines = Math.floor(room - caption)
    const heights = images.map(({ style }) => (Number.parseFloat(style.height) * 96) / 25.4)
    const scale = (lines * line) / Math.max(...heights)
    if (!block.element.matches('.may-shrink') || !(scale >= smallest)) return undefined
    block.lines = lines + caption
    return () => {
      for (const frame of frames) frame.style.setProperty('--lines', String(lines))
      for (const { style } of scale < 1 ? images : []) {
        style.width = `${(Number.parseFloat(style.width) * scale).toFixed(3)}mm`
        style.height = `${(Number.parseFloat(style.height) * scale).toFixed(3)}mm`
      }
    }
  }

  /** Number of following paragraphs to move before the block so that the gap closes; 0 for none. */
  const paragraphsAfter = (blocks: FlowBlock[], index: number, room: number): number => {
    const [block, above] = [blocks[index], blocks[index - 1]]
    if (!block || !above || isLeadIn(textOf(above))) return 0
    let text = 0
    for (let count = 1; count <= 3; count++) {
      const next = blocks[index + count]
      const sameParent = next?.element.parentElement === block.element.parentElement
      if (!sameParent || !isText(next) || followsUp(textOf(next))) break
      text += next.lines
      const after = text - Math.floor(room)
      const fits = after <= 0 || after + block.lines <= pageLines
      if (after > -smallestGap) return fits && !isLeadIn(textOf(next)) ? count : 0
    }
    return 0
  }

  /** Whether the picture fits on `page` if it moves before the paragraph above it. */
  const fitsBefore = (blocks: FlowBlock[], index: number, page: number): boolean => {
    const [block, above] = [blocks[index], blocks[index - 1]]
    if (!block?.element.matches('.figure') || !isText(above)) return false
    if (!above.element.previousElementSibling || announces(textOf(above))) return false
    return above.from.page === page && above.from.at + block.lines <= pageLines
  }

  const changes: (() => void)[] = []
  /**
   * Processes the blocks of one continuous run of pages. Uses the measured positions until the
   * first change, and computed ones after it.
   */
  const closeGaps = (blocks: FlowBlock[]) => {
    let changed = false
    let [page, at] = [0, 0]
    const place = (block: FlowBlock, next: FlowBlock | undefined) => {
      const least = block.unbroken ? block.lines : 1
      const kept = block.keepsWithNext && next ? (next.unbroken ? next.lines : 1) : 0
      if (block.startsPage || at + least + kept > pageLines) [page, at] = [page + 1, 0]
      block.from = { page, at }
      let rest = block.lines
      for (; !block.unbroken && at + rest > pageLines; [page, at] = [page + 1, 0]) {
        rest -= Math.max(1, Math.floor(pageLines - at))
      }
      at += rest
      block.to = { page, at }
    }
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]
      if (!block) continue
      const room = pageLines - at
      const overruns = block.element.matches(movable) && block.lines > room
      if (index > 0 && overruns && room >= smallestGap && !block.considered) {
        block.considered = true
        const shrink = shrinkTo(block, room)
        const down = shrink ? 0 : paragraphsAfter(blocks, index, room)
        const up = !shrink && down === 0 && fitsBefore(blocks, index, page) ? 1 : 0
        const target = blocks[index + down - up]
        if (shrink) changes.push(shrink)
        if (target && down > 0) changes.push(() => target.element.after(block.element))
        if (target && up > 0) changes.push(() => target.element.before(block.element))
        if (target && up > 0) ({ page, at } = target.from)
        if (shrink || down > 0 || up > 0) {
          blocks.splice(index, 1)
          blocks.splice(index + down - up, 0, block)
          changed = true
          index -= up + 1
          continue
        }
      }
      if (changed) place(block, blocks[index + 1])
      else ({ page, at } = block.to)
    }
  }

  const runs: HTMLElement[][] = []
  for (const article of sheet.querySelectorAll<HTMLElement>('[data-role~="article"]')) {
    if (article.matches('[data-starts="flow"]') && runs.length > 0) runs.at(-1)?.push(article)
    else runs.push([article])
  }
  for (const run of runs) {
    const candidates = run.flatMap((article) => [...article.querySelectorAll(movable)])
    if (!candidates.some(leavesGap)) continue
    const parts = run.flatMap(({ children }) =>
      [...children].flatMap((part) =>
        part.matches('[data-role~="body"]') ? [...part.children] : [part],
      ),
    )
    closeGaps(parts.flatMap((part) => blockOf(part as HTMLElement)))
  }
  for (const change of changes) change()
}
