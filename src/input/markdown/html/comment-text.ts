/** The comments in a piece of HTML, and the HTML without them. */
export interface CommentText {
  /** The text between `<!--` and `-->` of each comment. */
  comments: string[]
  /** The HTML with spaces in place of comments, so that offsets stay valid. */
  rest: string
  /** Whether the last comment is not closed. */
  open: boolean
}

/** Separates HTML from its comments in one pass, in time linear in the length of any input. */
export function readComments(html: string): CommentText {
  const comments: string[] = []
  let rest = ''
  let from = 0
  for (;;) {
    const start = html.indexOf('<!--', from)
    if (start < 0) return { comments, rest: rest + html.slice(from), open: false }
    rest += html.slice(from, start)
    // HTML treats `<!-->` and `<!--->` as complete comments.
    const end = html.indexOf('-->', start + 2)
    if (end < 0) return { comments, rest, open: true }
    comments.push(html.slice(start + 4, Math.max(end, start + 4)))
    from = end + 3
    rest += html.slice(start, from).replace(/[^\r\n]/g, ' ')
  }
}
