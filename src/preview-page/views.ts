import type { Desk, Zoom } from './desk.js'
import { realSize } from './desk.js'
import { one } from './elements.js'
import type { Action } from './keys.js'

/** The sizes that + and - go through, as multiples of the real size. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4]

/** The zoom after an action. */
export function changeZoom(
  desk: Desk,
  action: Extract<Action, 'smaller' | 'larger' | 'fit'>,
): Zoom {
  if (action === 'fit') return desk.zoom === 'width' ? 'page' : 'width'
  const now = desk.scale / realSize
  const next =
    action === 'larger'
      ? steps.find((step) => step > now * 1.02)
      : steps.findLast((step) => step < now * 0.98)
  return next ?? now
}

/** Shows the size in the bar. */
export function showZoom({ scale }: Desk): void {
  one('.percent').textContent = `${Math.round((scale / realSize) * 100)}%`
}

/** Opens or closes a panel at the side. On a narrow window one is open at most. */
export function togglePanel(
  name: 'thumbnails' | 'findings' | 'search',
  open = one(`.panel.${name}`).hidden,
): void {
  const side = name === 'thumbnails' ? ['thumbnails'] : ['findings', 'search']
  const closed = innerWidth < 900 ? ['thumbnails', 'findings', 'search'] : side
  for (const other of closed) {
    if (other === name || !open) continue
    one(`.panel.${other}`).hidden = true
    one(`[data-do="${other}"]`).setAttribute('aria-pressed', 'false')
  }
  one(`.panel.${name}`).hidden = !open
  one(`[data-do="${name}"]`).setAttribute('aria-pressed', String(open))
}
