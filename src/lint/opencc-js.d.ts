declare module 'opencc-js/dict/TSCharacters' {
  /** Entries of the form `traditional simplified…`, joined by `|`. */
  const table: string
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default table
}
