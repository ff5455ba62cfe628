declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified…` entries joined by `|`. */
  const table: string
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default table
}
