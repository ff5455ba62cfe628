/** Runs asynchronous work on something that may fail at any time, such as a browser. */
export interface Abortable {
  /** Rejects all current and future work with this error. Only the first call has an effect. */
  abort(reason: Error): void
  isAborted(): boolean
  /**
   * Runs work that rejects immediately on `abort`. If the work fails and `isFatal` returns true,
   * it waits for the `abort`, whose error is more specific.
   */
  during<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Makes an {@link Abortable}. `isFatal` returns whether a failure of the work was probably caused
 * by the browser's end. (`Promise.race` with a promise that lives as long as the browser would keep
 * every result alive as long: 2 MB per issue.)
 */
export function abortable(isFatal: () => boolean): Abortable {
  const working = new Set<(reason: Error) => void>()
  let reason: Error | undefined
  return {
    abort(error) {
      reason ??= error
      for (const stop of working) stop(reason)
      working.clear()
    },
    isAborted: () => reason !== undefined,
    during: (work) =>
      new Promise((resolve, reject) => {
        if (reason) return reject(reason)
        working.add(reject)
        work().then(
          (value) => {
            working.delete(reject)
            resolve(value)
          },
          (error: unknown) => {
            if (isFatal() && !reason) return
            working.delete(reject)
            reject(reason ?? error)
          },
        )
      }),
  }
}
