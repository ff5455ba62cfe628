/** What the shell is told (docs/design/authoring-format.md, 7). */
export const exitCodes = {
  /** Built, maybe with warnings. */
  built: 0,
  /** The content has errors; nothing was written. */
  content: 1,
  /** Wrong usage or configuration: flag, folder, `bulletin.yaml`, template. */
  usage: 2,
  /** The environment fails: no browser, disk full. */
  environment: 3,
  /** Our own bug. */
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The code of a run over several issues: the worst. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  codes.toSorted((a, b) => b - a)[0] ?? exitCodes.built
