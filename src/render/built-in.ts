/** The templates that come with the package. */
export const builtInTemplates = ['newsletter'] as const
