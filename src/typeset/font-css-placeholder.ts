/** Stands for the rules of the fonts in rendered HTML; they depend on the browser that prints. */
export const fontCssPlaceholder = '/* fonts */'
