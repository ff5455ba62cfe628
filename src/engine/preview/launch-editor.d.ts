// launch-editor types only its main module, which writes to the terminal by itself.
declare module 'launch-editor/guess.js' {
  /** The words of a typed command, or the command of an editor that is running, or `[null]`. */
  function guess(typed?: string): [string | null, ...string[]]
  export = guess
}
declare module 'launch-editor/get-args.js' {
  /** The arguments with which an editor opens a file at a line. */
  function argsFor(editor: string, file: string, line: number, column: number): (string | number)[]
  export = argsFor
}
declare module 'launch-editor/construct-windows-launch-command.js' {
  /** @throws Error for arguments that cmd.exe would take for more than text. */
  function commandOf(editor: string, args: readonly string[]): string
  export = commandOf
}
