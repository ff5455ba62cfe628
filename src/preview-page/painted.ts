/** Milliseconds after which a page that is not painted, because it is hidden, counts as painted. */
const longest = 100

/** Resolves when the page has been painted as it is now. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, longest)
  })
