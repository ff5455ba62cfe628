/** Longest formula in a line of text. */
export const maxLength = 1000

/** What a formula holds but in `\text{…}`: no Han, and more than a number with a mark. */
export const isTeX = (content: string): boolean => {
  const bare = content.replace(
    /\\(?:text|mbox|mathrm|textbf|textit|operatorname)\s*\{[^{}]*\}/g,
    'x',
  )
  return (
    !/[\p{sc=Han}。！？；：]|[，、]\s*\d*\s*$/u.test(bare) &&
    /[A-Za-z\\\p{sc=Greek}=+\-*/^_<>]|^\d+$/u.test(bare)
  )
}
