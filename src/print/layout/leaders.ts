/**
 * In the page: draws the leader of every 目录 row from its title's last line to the number.
 * A title that fills the line leaves leader and number alone on the next (newsletter-design, Pages).
 * Runs inside the browser: nothing from outside the function may be used.
 */
export function drawLeaders(): void {
  for (const row of document.querySelectorAll<HTMLElement>('.contents-row')) {
    const text = row.querySelector<HTMLElement>('.contents-text')
    const leader = row.querySelector<HTMLElement>('.leader')
    const number = row.querySelector<HTMLElement>('.contents-number')
    if (!text || !leader || !number) continue
    const cell = Number.parseFloat(getComputedStyle(row).fontSize)
    const box = row.getBoundingClientRect()
    const lastLine = [...text.getClientRects()].at(-1)
    const filled = box.width - Number.parseFloat(getComputedStyle(row).paddingInlineEnd)
    let start = lastLine && lastLine.width > 0 ? lastLine.right - box.left : 0
    if (start > filled - cell / 2) {
      leader.classList.add('leader-below')
      start = 0
    }
    // A cell before the number, whose widest figure is known from its own setting: three digits.
    const end = box.width - cell * 2
    const dots = Math.max(0, Math.floor((end - start) / cell - 0.25))
    // The dots end where the number's field begins, so that the leaders of all rows end in one line.
    leader.style.marginInlineStart = `${end - start - dots * cell}px`
    leader.textContent = '…'.repeat(dots)
  }
}
