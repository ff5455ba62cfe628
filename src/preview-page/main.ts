import type { PreviewState } from '../model/preview.js'
import { Artist } from './artist.js'
import { follow } from './connection.js'
import { Desk } from './desk.js'
import { Editions } from './editions.js'
import { one } from './elements.js'
import { chooseFinding, listFindings, showStrip } from './findings.js'
import type { Action } from './keys.js'
import { onActions, toggleHelp } from './keys.js'
import { Looking } from './looking.js'
import type { PlacedFinding } from './overlays.js'
import { frame, layGrids, layMarks, placed } from './overlays.js'
import { openPlace } from './places.js'
import { onPoint } from './pointing.js'
import { SearchPanel } from './search-panel.js'
import { Thumbnails } from './thumbnails.js'
import { toast } from './toast.js'
import { changeZoom, showZoom, togglePanel } from './views.js'

const desk = new Desk()
const search = new SearchPanel(desk)
const artist = new Artist(desk, () => search.highlight())
const looking = new Looking(desk, () => state?.key)
const thumbnails = new Thumbnails(desk)

const editions = new Editions(desk, artist, {
  onShown(edition) {
    one('.empty').hidden = true
    if (edition.ahead) return
    layGrids(desk)
    refreshFindings()
    showPlace()
    const { changed } = editions
    if (changed.length > 0 && !changed.some((page) => desk.isVisible(page)))
      toast(`改动在第 ${changed[0]} 页，去看看`, () => run('changed'))
  },
  onPainted(edition) {
    search.refresh()
    thumbnails.show(edition, new Set(editions.changed))
    looking.tell()
  },
})

let state: PreviewState | undefined
let findings: PlacedFinding[] = []
let chosen = -1

const open = (place: { file: string; line: number; column?: number }) => {
  if (state) void openPlace(place, state)
}
const openFinding = ({ file, at }: PlacedFinding['finding']) => open({ file, ...at })

function showFinding(index: number): void {
  const placedOne = findings[index]
  if (!placedOne) return
  chosen = index
  if (one('.findings').hidden) run('findings')
  chooseFinding(index)
  const boxes = desk.boxesOf(placedOne.block)
  const [box] = boxes
  if (box) desk.reveal({ page: box.page, box })
  frame(desk, boxes, 'pointed')
}

function refreshFindings(): void {
  findings = placed(state?.diagnostics ?? [], desk)
  listFindings(
    findings.map(({ finding }) => finding),
    { show: showFinding, open: openFinding },
  )
  layMarks(findings, desk, showFinding)
}

function receive(next: PreviewState): void {
  const { edition } = next
  const isNew = edition !== undefined && edition !== editions.wanted
  if (isNew) editions.show(edition, next.changedPages)
  state = next
  document.title = `${next.title} · 预览`
  one('.name').textContent = next.title
  one('.busy').hidden = !next.building
  if (!next.building) {
    showStrip(next, openFinding)
    // With a new edition they come when it is shown.
    if (!isNew) refreshFindings()
    if (next.failed && !desk.edition) one('.empty').textContent = '还没有排成。'
  }
}

function showPlace(): void {
  const page = desk.current()
  const number = one<HTMLInputElement>('.number')
  if (document.activeElement !== number) number.value = String(page)
  one('.of').textContent = `/ ${desk.views.length}`
  showZoom(desk)
  thumbnails.mark(page)
}

function arrange(change: Parameters<Desk['arrange']>[0]): void {
  desk.arrange(change)
  showPlace()
  artist.ask()
  looking.tell()
}

function step(by: 1 | -1): void {
  desk.reveal({ page: Math.min(Math.max(1, desk.top() + by), desk.views.length) })
}

function run(action: Action): void {
  switch (action) {
    case 'thumbnails':
    case 'findings':
    case 'search':
      togglePanel(action, action === 'search' ? true : undefined)
      arrange({})
      if (action === 'search') search.focus()
      return
    case 'spreads':
      arrange({ spreads: !desk.spreads })
      return one('[data-do="spreads"]').setAttribute('aria-pressed', String(desk.spreads))
    case 'grid':
    case 'trim': {
      const shown = document.body.classList.toggle(`with-${action}`)
      return one(`[data-do="${action}"]`).setAttribute('aria-pressed', String(shown))
    }
    case 'smaller':
    case 'larger':
    case 'fit':
      return arrange({ zoom: changeZoom(desk, action) })
    case 'next':
      return step(1)
    case 'previous':
      return step(-1)
    case 'changed': {
      const current = desk.current()
      const { changed } = editions
      const page = changed.find((number) => number > current) ?? changed[0]
      return page === undefined ? toast('没有改动的页。') : desk.reveal({ page })
    }
    case 'nextFinding':
      return showFinding((chosen + 1) % Math.max(1, findings.length))
    case 'close':
      for (const name of ['findings', 'search'] as const) togglePanel(name, false)
      search.clear()
      frame(desk, [], 'pointed')
      return arrange({})
    case 'help':
      return toggleHelp()
  }
}

onActions(run)
follow(looking.name, {
  state: receive,
  ahead: (some) => editions.showAhead(some),
  opened: () => looking.tellAnew(),
  lost: () => showStrip('lost', openFinding),
})
onPoint(desk, {
  over: (point) => frame(desk, (point && desk.sourceAt(point)?.boxes) ?? [], 'hovered'),
  click(point) {
    const source = desk.sourceAt(point)
    if (source) open(source)
  },
})
let frameAsked = false
desk.scroller.addEventListener('scroll', () => {
  if (frameAsked) return
  frameAsked = true
  requestAnimationFrame(() => {
    frameAsked = false
    showPlace()
    artist.ask()
    looking.tell()
  })
})
new ResizeObserver(() => arrange({})).observe(desk.scroller)
one('.number').addEventListener('change', ({ target }) => {
  const page = Number((target as HTMLInputElement).value)
  if (page >= 1 && page <= desk.views.length) desk.reveal({ page })
  desk.scroller.focus()
  showPlace()
})
// The keys that scroll go to the pages.
desk.scroller.focus()
if (innerWidth >= 1100) togglePanel('thumbnails', true)
