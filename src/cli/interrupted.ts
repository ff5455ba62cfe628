/** Thrown when the user presses Ctrl-C at a question. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}
