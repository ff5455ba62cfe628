import { made, one } from './elements.js'

let hiding: ReturnType<typeof setTimeout> | undefined

/** Shows a short message for some seconds. With `onClick` it is a button. */
export function toast(text: string, onClick?: () => void): void {
  const box = one('.toast')
  const said = onClick ? made('button', '', text) : made('span', '', text)
  if (onClick) said.addEventListener('click', onClick)
  box.replaceChildren(said)
  box.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => {
    box.hidden = true
  }, 4000)
}
