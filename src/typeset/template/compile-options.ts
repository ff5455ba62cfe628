/** How templates are compiled, in the build and at run time alike. */
export const compileOptions = {
  strict: true,
  preventIndent: true,
} as const satisfies CompileOptions
