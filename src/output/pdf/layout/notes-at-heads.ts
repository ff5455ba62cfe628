/**
 * In the page: a framed note that begins a page without having been told to has lost its margin there,
 * half a line; it is marked, for its frame to hold as much more, or all that follows would be off the
 * grid. Leaves the columns on for `paginate`. Runs inside the browser.
 */
export function markNotesAtHeads(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const notes = document.querySelectorAll<HTMLElement>('[data-role~="note"], .editors-note')
  if (!sheet || notes.length === 0) return
  document.documentElement.classList.add('paginating')
  const { top } = sheet.getBoundingClientRect()
  // In reading order: what is marked moves only what follows.
  for (const note of notes) {
    const [first] = note.getClientRects()
    if (first && first.top < top + 2) note.classList.add('heads-page')
  }
}
