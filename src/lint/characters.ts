/** Every character from one to another, for `triggers` of a rule. */
export const between = (first: string, last: string): string => {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
