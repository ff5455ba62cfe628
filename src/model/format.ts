/**
 * The kinds of file that `--format` can ask for, in the order in which they are written and
 * reported: what messages call such a file, and how its name ends. How it is made is a row in
 * `output/formats.ts`.
 */
export const fileFormats = {
  pdf: { name: 'PDF', extension: '.pdf' },
  html: { name: '网页', extension: '.html' },
} as const satisfies Record<string, { name: string; extension: `.${string}` }>

export type FormatName = keyof typeof fileFormats

export const formatNames = Object.keys(fileFormats) as FormatName[]

/** What is written when no format is asked for. */
export const usualFormats: readonly FormatName[] = ['pdf']

/** A file to write. */
export interface OutputFile {
  format: FormatName
  path: string
}
