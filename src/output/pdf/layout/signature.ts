/**
 * In the page: puts names, date and seals where GB/T 9704—2012, 7.3.5 wants them. The block is as
 * wide as the type area; its height is whole lines. Runs inside the browser.
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
  /** Ends the block with the date; a seal may reach below it, and into the line that follows. */
  const end = (bottom: number, sealBottom = 0) => {
    const whole = Math.max(bottom, lines(sealBottom))
    block.style.height = `${whole}px`
    block.style.marginBlockEnd = `${bottom - whole}px`
  }

  const unsealed = () => {
    // 7.3.5.2: the name ends two cells from the edge; the date begins two cells after the name does.
    const right = measure - 2 * cell
    const start = Math.max(0, dated > own ? right - dated - 2 * cell : right - own)
    for (const [index, name] of names.entries()) put(name, start, line * (1 + index))
    put(date, start + 2 * cell, line * (1 + names.length))
    end(line * (2 + names.length))
  }

  const sealed = () => {
    // 7.3.5.1: the date ends four cells from the edge, the last name is centred over it.
    const clamped = own > dated + 8 * cell
    const centre = clamped ? measure - own / 2 : measure - 4 * cell - dated / 2
    const [wide, high] = [Math.max(...seals.map(width)), Math.max(...seals.map(height))]
    const single = names.length === 1
    // Name and date together a little under the middle of a single seal; of several, each in the
    // middle of its own name. The first seal begins less than a line under the text.
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
    // 7.3.5.3: the stamp two lines under the text, four cells from the edge, the title two cells before it.
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
