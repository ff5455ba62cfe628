/**
 * Placeholder of the `@font-face` rules in rendered HTML. They depend on the printing browser and
 * are inserted later.
 */
export const fontCssPlaceholder = '/* fonts */'
