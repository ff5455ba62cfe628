/** Ctrl-C at a question. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}
