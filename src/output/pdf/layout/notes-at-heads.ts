/**
 * Runs inside the browser. Marks framed notes that begin a page without a forced page break. The
 * browser drops their top margin of half a line there; the style sheet adds it inside the frame, so
 * that the following text stays on the grid. Keeps the column layout (`.paginating`) for
 * `paginate`.
 */
export function markNotesAtHeads(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const notes = document.querySelectorAll<HTMLElement>('[data-role~="note"], .editors-note')
  if (!sheet || notes.length === 0) return
  document.documentElement.classList.add('paginating')
  const { top } = sheet.getBoundingClientRect()
  // In reading order, because a mark moves only what follows it.
  for (const note of notes) {
    const [first] = note.getClientRects()
    if (first && first.top < top + 2) note.classList.add('heads-page')
  }
}
