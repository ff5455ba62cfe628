import type { EditionAhead, PreviewState } from '../model/preview.js'

/** Milliseconds without a sign of life after which the connection counts as dead. */
const silence = 25_000

interface Heard {
  state: (state: PreviewState) => void
  ahead: (edition: EditionAhead) => void
  /** The program can be reached again, and knows nothing of this page. The state comes next. */
  opened: () => void
  /** The program has ended, or cannot be reached. */
  lost: () => void
}

/**
 * Follows the state of the preview. After sleep a connection may be dead without an error, so
 * silence, and coming back to the page, open a new one; the first message is always the newest state.
 *
 * @param name what this page calls itself.
 */
export function follow(name: string, { state, ahead, opened: onOpen, lost }: Heard): void {
  let source: EventSource | undefined
  let heardAt = 0

  function connect(): void {
    source?.close()
    heardAt = Date.now()
    const opened = new EventSource(`events?as=${name}`)
    source = opened
    opened.addEventListener('state', ({ data }) => {
      heardAt = Date.now()
      state(JSON.parse(data))
    })
    opened.addEventListener('ahead', ({ data }) => {
      heardAt = Date.now()
      ahead(JSON.parse(data))
    })
    opened.addEventListener('open', onOpen)
    opened.addEventListener('alive', () => {
      heardAt = Date.now()
    })
    opened.addEventListener('end', lost)
    opened.addEventListener('error', () => {
      lost()
      // A refused connection is not tried again by the browser.
      if (opened.readyState === EventSource.CLOSED) source = undefined
    })
  }

  function revive(): void {
    if (document.visibilityState === 'hidden') return
    if (!source || Date.now() - heardAt > silence) connect()
  }

  connect()
  setInterval(revive, 5000)
  addEventListener('online', connect)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) connect()
  })
  document.addEventListener('visibilitychange', revive)
}
