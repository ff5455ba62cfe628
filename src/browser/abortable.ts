/** Work with something that may die at any time. */
export interface Abortable {
  /** Ends all work that is under way, and all that comes, with this error. The first one counts. */
  abort(death: Error): void
  isAborted(): boolean
  /**
   * Work that ends at once on `abort`. An error that `isOfDeath` takes for a sign of it waits for
   * the `abort`, which knows more.
   */
  during<T>(work: () => Promise<T>): Promise<T>
}

/**
 * (`Promise.race` with one promise that lives as long as the browser would keep every result as
 * long: 2 MB an issue.)
 */
export function abortable(isOfDeath: () => boolean): Abortable {
  const working = new Set<(death: Error) => void>()
  let death: Error | undefined
  return {
    abort(error) {
      death ??= error
      for (const stop of working) stop(death)
      working.clear()
    },
    isAborted: () => death !== undefined,
    during: (work) =>
      new Promise((resolve, reject) => {
        if (death) return reject(death)
        working.add(reject)
        work().then(
          (value) => {
            working.delete(reject)
            resolve(value)
          },
          (error: unknown) => {
            if (isOfDeath() && !death) return
            working.delete(reject)
            reject(death ?? error)
          },
        )
      }),
  }
}
