/** The exit codes of the process (docs/design/authoring-format.md, 7). */
export const exitCodes = {
  /** Built, possibly with warnings. */
  built: 0,
  /** The content has errors; nothing was written. */
  content: 1,
  /** Wrong usage or configuration: option, folder, `bulletin.yaml` or template. */
  usage: 2,
  /** The environment failed: no browser, disk full. */
  environment: 3,
  /** An error in this program. */
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Returns the exit code of a run over several issues: the highest. 0 for an empty list. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  codes.toSorted((a, b) => b - a)[0] ?? exitCodes.built
