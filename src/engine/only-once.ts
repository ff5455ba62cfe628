/**
 * Returns a function that starts `work` once. A print that is repeated after a browser crash must
 * not repeat it.
 */
export function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
