/**
 * What draws composed lines: they end where a `wbr` stands and nowhere else, and the browser trims no
 * marks and adds no gaps of its own. Part of every template, also of those that editors made: the
 * class names are those that `withLines` writes.
 */
export const lineStyle = `
.composed{white-space:nowrap;text-spacing-trim:space-all;text-autospace:no-autospace}
.composed wbr{white-space:normal}
.cut-before{margin-inline-start:-.5em}
.cut-after{letter-spacing:-.5em}
.gaps{margin-inline:.25em}
.gap-before{margin-inline-start:.25em}
.gap-after{margin-inline-end:.25em}
`
