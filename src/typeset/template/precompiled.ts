/**
 * The built-in templates in compiled form, by their source text. Empty in the source: the build
 * fills it, because compiling them takes longer than typesetting an issue. Any other template is
 * compiled when it is used.
 */
export const precompiled: ReadonlyMap<string, TemplateSpecification> = new Map()
