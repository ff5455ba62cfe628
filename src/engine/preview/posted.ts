import type { IncomingMessage } from 'node:http'

/** A place in a source that a browser asks to open. */
export interface PlaceToOpen {
  file: string
  line: number
  column: number
}

/** The pages in the window of a follower, by number. */
export interface View {
  /** The name that it gave itself. */
  follower: string
  pages: number[]
}

/** Reads a request to open a place; undefined for anything else. */
export async function placeIn(request: IncomingMessage): Promise<PlaceToOpen | undefined> {
  const { file, line, column } = await entriesIn(request)
  return typeof file === 'string' && isCount(line) && isCount(column)
    ? { file, line, column }
    : undefined
}

/** Most pages of a view: more than that are too small to be read. */
const mostPages = 8

/** Reads what a browser says of its window; undefined for anything else. */
export async function viewIn(request: IncomingMessage): Promise<View | undefined> {
  const { follower, pages } = await entriesIn(request)
  return typeof follower === 'string' && Array.isArray(pages) && pages.every(isCount)
    ? { follower, pages: pages.slice(0, mostPages) }
    : undefined
}

const isCount = (one: unknown): one is number =>
  typeof one === 'number' && Number.isSafeInteger(one) && one > 0

/** Bytes of the largest request body; all that is asked for is far below. */
const largestBody = 8192

/** Reads a JSON object; an empty one for anything else. */
async function entriesIn(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const piece of request) {
    text += String(piece)
    if (text.length > largestBody) return {}
  }
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
