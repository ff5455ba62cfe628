/**
 * Returns the message for an internal error, with the stack trace that the user passes on to the
 * developers.
 */
export const bugText = (error: unknown): string =>
  `程序自己出了错，不是稿件的问题。请把下面的文字发给开发者。\n${error instanceof Error ? error.stack : String(error)}`
