/**
 * In the page: draws the leader of every 目录 row from its title's last line to the number.
 * A title that fills the line leaves leader and number alone on the next (newsletter-design, Pages).
 * Runs inside the browser: nothing from outside the function may be used.
 */
export function drawLeaders(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.contents-row')].flatMap((row) => {
    const text = row.querySelector<HTMLElement>('.contents-text')
    const leader = row.querySelector<HTMLElement>('.leader')
    if (!text || !leader) return []
    const { fontSize, paddingInlineEnd } = getComputedStyle(row)
    const box = row.getBoundingClientRect()
    const lastLine = [...text.getClientRects()].at(-1)
    return {
      leader,
      cell: Number.parseFloat(fontSize),
      width: box.width,
      filled: box.width - Number.parseFloat(paddingInlineEnd),
      lastEnd: lastLine && lastLine.width > 0 ? lastLine.right - box.left : 0,
    }
  })
  // All are measured before the first is drawn: a row that changes would have the whole laid out anew.
  for (const { leader, cell, width, filled, lastEnd } of rows) {
    const isFull = lastEnd > filled - cell / 2
    if (isFull) leader.classList.add('leader-below')
    const start = isFull ? 0 : lastEnd
    // A cell before the number, whose widest figure is known from its own setting: three digits.
    const end = width - cell * 2
    const dots = Math.max(0, Math.floor((end - start) / cell - 0.25))
    // The dots end where the number's field begins, so that the leaders of all rows end in one line.
    leader.style.marginInlineStart = `${end - start - dots * cell}px`
    leader.textContent = '…'.repeat(dots)
  }
}
