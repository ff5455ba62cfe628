/**
 * Our own templates, compiled, by their text. Empty here: the build fills it in, since compiling
 * them takes longer than setting an issue. A text that is not among them is compiled when it is used.
 */
export const precompiled: ReadonlyMap<string, TemplateSpecification> = new Map()
