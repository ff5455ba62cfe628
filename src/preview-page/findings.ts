import type { Diagnostic } from '../model/diagnostic.js'
import type { PreviewState } from '../model/preview.js'
import { made, one } from './elements.js'

interface FindingActions {
  /** Shows the finding's paragraph. */
  show: (index: number) => void
  /** Opens the finding's line in the editor. */
  open: (finding: Diagnostic) => void
}

/** Lists the findings in reading order. */
export function listFindings(
  findings: readonly Diagnostic[],
  { show, open }: FindingActions,
): void {
  const panel = one('.findings')
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const count = one<HTMLButtonElement>('[data-do="findings"]')
  count.textContent = findings.length === 0 ? '无提示' : `${findings.length} 条提示`
  count.classList.toggle('has-errors', errors > 0)
  count.classList.toggle('has-warnings', errors === 0 && findings.length > 0)
  if (findings.length === 0) {
    panel.replaceChildren(made('p', 'none', '没有要改的。'))
    return
  }
  const items = findings.map((finding, index) => {
    const { file, at, severity, message, hint } = finding
    const place = made('button', 'place', `${file}:${at.line}`)
    place.title = '在编辑器里打开'
    place.addEventListener('click', (event) => {
      event.stopPropagation()
      open(finding)
    })
    const item = made(
      'li',
      `finding ${severity}`,
      made('span', 'number', String(index + 1)),
      made('p', 'message', message),
      made('p', 'hint', `改法：${hint}`),
      place,
    )
    item.id = `finding-${index}`
    item.addEventListener('click', () => show(index))
    return item
  })
  panel.replaceChildren(made('ol', '', ...items))
}

/** Marks a finding in the list and brings it into view. */
export function chooseFinding(index: number): void {
  for (const item of document.querySelectorAll('.finding'))
    item.classList.toggle('chosen', item.id === `finding-${index}`)
  document.getElementById(`finding-${index}`)?.scrollIntoView({ block: 'nearest' })
}

/** Shows above the pages why they are older than the files, and what to mend; nothing when not. */
export function showStrip(state: PreviewState | 'lost', open: (finding: Diagnostic) => void): void {
  const strip = one('.strip')
  const lost = state === 'lost'
  document.body.classList.toggle('lost', lost)
  document.body.classList.toggle('failed', !lost && state.failed)
  strip.hidden = !lost && !state.failed
  if (strip.hidden) return strip.replaceChildren()
  if (lost) {
    strip.replaceChildren(
      made('p', 'message', '预览已经停了，这些页面是最后的样子。'),
      made('p', 'hint', '在终端里再运行 bulletin preview；还在运行的话，会自己接上。'),
    )
    return
  }
  const errors = state.diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const { fault } = state
  const message = fault?.message ?? first?.message ?? '没有排成。'
  const hint = fault?.hint ?? first?.hint
  const head = made('p', 'message', message)
  if (!fault && first) {
    const place = made('button', 'place', `${first.file}:${first.at.line}`)
    place.addEventListener('click', () => open(first))
    head.append(' ', place)
  }
  const more = errors.length > 1 ? `　一共 ${errors.length} 个错误，改完才有新的页面。` : ''
  strip.replaceChildren(
    head,
    made('p', 'hint', `${hint === undefined ? '' : `改法：${hint}`}${more}`),
  )
}
