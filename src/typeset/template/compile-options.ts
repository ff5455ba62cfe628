/** Handlebars compile options, shared by the build and the run time. */
export const compileOptions = {
  strict: true,
  preventIndent: true,
} as const satisfies CompileOptions
