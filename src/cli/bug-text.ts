/** What a person is told of an error that is ours: enough to pass on. */
export const bugText = (error: unknown): string =>
  `程序自己出了错，不是稿件的问题。请把下面的文字发给开发者。\n${error instanceof Error ? error.stack : String(error)}`
