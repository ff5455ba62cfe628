/**
 * Returns all characters from `first` to `last`, both included, as one string. Used for a rule's
 * `triggers`.
 */
export const between = (first: string, last: string): string => {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
