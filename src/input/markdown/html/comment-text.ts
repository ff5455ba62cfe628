/** The comments of a piece of HTML and what is left without them. */
export interface CommentText {
  /** What stands between `<!--` and `-->`. */
  comments: string[]
  /** The rest, with blanks where comments stood, so that places stay true. */
  rest: string
  /** Whether a last comment has no end. */
  open: boolean
}

/** Parts HTML from its comments, in one pass whatever it holds. */
export function readComments(html: string): CommentText {
  const comments: string[] = []
  let rest = ''
  let from = 0
  for (;;) {
    const start = html.indexOf('<!--', from)
    if (start < 0) return { comments, rest: rest + html.slice(from), open: false }
    rest += html.slice(from, start)
    // `<!-->` and `<!--->` are whole comments to HTML.
    const end = html.indexOf('-->', start + 2)
    if (end < 0) return { comments, rest, open: true }
    comments.push(html.slice(start + 4, Math.max(end, start + 4)))
    from = end + 3
    rest += html.slice(start, from).replace(/[^\r\n]/g, ' ')
  }
}
