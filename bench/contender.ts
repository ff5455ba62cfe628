/** One measured way of doing a piece of work. */
export interface Contender {
  /** Name in the table. */
  name: string
  /** Paths of the PDFs that it writes. */
  pdfs: readonly string[]
  /**
   * Does the work once and returns its duration in ms. `onStart` receives the process id when the
   * process starts. Throws with the process's error output on failure, because a failed run has no
   * meaningful time.
   */
  run(onStart?: (pid: number) => void): Promise<number>
}
