/** One way of doing a piece of work, any number of times. */
export interface Contender {
  /** What the table calls it. */
  name: string
  /** The PDFs that it writes. */
  pdfs: readonly string[]
  /**
   * Does it once. Resolves to how long that took, ms; `onStart` hears of the process that does it as
   * soon as it runs. Throws with what was said when it fails: a failure is not a time.
   */
  run(onStart?: (pid: number) => void): Promise<number>
}
