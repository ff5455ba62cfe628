/**
 * Runs inside the browser. Places names, date and seals of a document (GB/T 9704—2012, 7.3.5). The
 * block is as wide as the type area and a whole number of lines high.
 */
export function placeSignature(): void {
  const block = document.querySelector<HTMLElement>('[data-role~="signed"]')
  if (!block) return
  const mm = 96 / 25.4
  const cell = Number.parseFloat(getComputedStyle(block).fontSize)
  const line = Number.parseFloat(getComputedStyle(block).lineHeight)
  const measure = block.getBoundingClientRect().width
  const all = (selector: string) => [...block.querySelectorAll<HTMLElement>(selector)]
  const width = (element: Element | undefined) => element?.getBoundingClientRect().width ?? 0
  const height = (element: Element | undefined) => element?.getBoundingClientRect().height ?? 0
  const lines = (length: number) => Math.ceil(length / line - 0.01) * line
  const put = (element: Element | undefined, left: number, top: number) => {
    if (element instanceof HTMLElement) {
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
  }
  const names = all('[data-role~="signed-name"]')
  const seals = all('[data-role~="signed-seal"]')
  const [date] = all('[data-role~="signed-date"]')
  const own = Math.max(...names.map(width))
  const dated = width(date)
  /**
   * Ends the block after the date. `bottom` and `sealBottom` are px from its top; a seal may
   * overlap the line after the block.
   */
  const end = (bottom: number, sealBottom = 0) => {
    const whole = Math.max(bottom, lines(sealBottom))
    block.style.height = `${whole}px`
    block.style.marginBlockEnd = `${bottom - whole}px`
  }

  const unsealed = () => {
    // 7.3.5.2: the name ends two cells before the right edge; the date begins two cells to the
    // right of the name's start.
    const right = measure - 2 * cell
    const start = Math.max(0, dated > own ? right - dated - 2 * cell : right - own)
    for (const [index, name] of names.entries()) put(name, start, line * (1 + index))
    put(date, start + 2 * cell, line * (1 + names.length))
    end(line * (2 + names.length))
  }

  const sealed = () => {
    // 7.3.5.1: the date ends four cells before the right edge; the last name is centred above it.
    const clamped = own > dated + 8 * cell
    const centre = clamped ? measure - own / 2 : measure - 4 * cell - dated / 2
    const [wide, high] = [Math.max(...seals.map(width)), Math.max(...seals.map(height))]
    const single = names.length === 1
    // The centre of a single seal is a little above the middle of name and date together; with
    // several seals, each is centred on its own name. The first seal begins less than a line below
    // the text.
    const fromName = single ? line - 3 * mm : line / 2
    const first = lines(high / 2 - fromName)
    const pitch = Math.max(wide + 2 * mm, own + cell)
    const abreast = Math.max(1, Math.floor((centre - Math.max(wide, own) / 2) / pitch) + 1)
    const rows = Math.ceil(names.length / abreast)
    const rowHeight = lines(high + 2 * mm)
    let top = first
    for (const [index, name] of names.entries()) {
      const row = Math.floor(index / abreast)
      const inRow = row < rows - 1 ? abreast : names.length - abreast * (rows - 1)
      const middle = centre - (inRow - 1 - (index - row * abreast)) * pitch
      top = first + row * rowHeight
      put(name, middle - width(name) / 2, top)
      const seal = seals[index]
      put(seal, middle - width(seal) / 2, top + fromName - height(seal) / 2)
    }
    put(date, centre - dated / 2, top + line)
    end(top + 2 * line, top + fromName + high / 2)
  }

  const stamped = () => {
    // 7.3.5.3: the stamp is two lines below the text and four cells from the right edge; the title
    // is two cells left of it.
    const stamp = seals[0] ?? all('[data-role~="signed-signer"]')[0]
    if (seals[0]) for (const signer of all('[data-role~="signed-signer"]')) signer.hidden = true
    const right = measure - 4 * cell
    const left = right - width(stamp)
    const top = 2 * line
    const middle = top + height(stamp) / 2
    put(stamp, left, top)
    for (const [index, name] of names.entries()) {
      const offset = (index - (names.length - 1) / 2) * line
      put(name, left - 2 * cell - width(name), middle - line / 2 + offset)
    }
    const dateTop = lines(top + height(stamp)) + line
    put(date, right - dated, dateTop)
    end(dateTop + line)
  }

  if (block.matches('[data-role~="stamped"]')) stamped()
  else if (seals.length > 0) sealed()
  else unsealed()
}
