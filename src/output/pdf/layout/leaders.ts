/**
 * Runs inside the browser. Draws the leader of every contents row, from the last line of its title
 * to the page number. Title, leader and number share that line even when it is full
 * (docs/design/newsletter.md, Pages): the number and the last dots are in the row's padding. The
 * function is serialised, so it must not use anything from outside itself.
 */
export function drawLeaders(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-role~="contents-row"]')].flatMap(
    (row) => {
      const text = row.querySelector<HTMLElement>('[data-role~="contents-text"]')
      const leader = row.querySelector<HTMLElement>('[data-role~="leader"]')
      if (!text || !leader) return []
      const box = row.getBoundingClientRect()
      const number = row.querySelector<HTMLElement>('[data-role~="row-number"]')
      const range = document.createRange()
      if (number) range.selectNodeContents(number)
      const lastLine = [...text.getClientRects()].at(-1)
      return {
        leader,
        cell: Number.parseFloat(getComputedStyle(row).fontSize),
        width: box.width,
        /** Width of a number that is already there, as in a yearly index; 0 in the contents. */
        number: number ? range.getBoundingClientRect().width : 0,
        start: lastLine && lastLine.width > 0 ? lastLine.right - box.left : 0,
      }
    },
  )
  // All rows are measured before the first leader is drawn: each change would force a new layout.
  for (const { leader, cell, width, number, start } of rows) {
    // Two cells at the end of the row: the number, at most three digits wide, and a gap before it.
    const end = width - cell * Math.max(2, Math.ceil(number / cell + 0.5))
    // A quarter cell of space follows the title if there is room for more than one dot.
    const room = (end - start) / cell
    const dots = Math.max(Math.floor(room - 0.25), Math.min(1, Math.floor(room + 0.05)), 0)
    // The dots end where the number's field begins, so that the leaders of all rows align.
    const before = end - start - dots * cell
    leader.style.marginInline = `${before}px ${-before}px`
    leader.textContent = '…'.repeat(dots)
  }
}
