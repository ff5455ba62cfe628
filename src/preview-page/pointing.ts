import type { Desk } from './desk.js'
import type { PagePoint } from './geometry.js'

interface Pointing {
  /** The mouse is over a point of a page, or over none. */
  over: (point: PagePoint | undefined) => void
  click: (point: PagePoint) => void
}

/** Follows mouse and finger over the pages. A click that selects text is no click. */
export function onPoint(desk: Desk, { over, click }: Pointing): void {
  const { scroller } = desk
  scroller.addEventListener('pointermove', ({ clientX, clientY, buttons, pointerType }) => {
    if (buttons === 0 && pointerType === 'mouse') over(desk.pointAt(clientX, clientY))
  })
  scroller.addEventListener('pointerleave', () => over(undefined))
  scroller.addEventListener('click', ({ clientX, clientY }) => {
    if (getSelection()?.isCollapsed === false) return
    const point = desk.pointAt(clientX, clientY)
    if (point) click(point)
  })
}
