interface FileFormat {
  name: string
  extension: string
  kind: string
  needsPages: boolean
}

/**
 * The kinds of file that `--format` can ask for, in the order in which they are written and
 * reported: what messages call such a file, how its name ends, what must be true of a file that it
 * replaces (`system/prove-output.ts`), and whether it is made from printed pages. How it is made is a
 * row in `output/formats.ts`.
 */
export const fileFormats = {
  pdf: { name: 'PDF', extension: '.pdf', kind: 'PDF', needsPages: true },
  docx: { name: 'Word', extension: '.docx', kind: 'Word', needsPages: true },
  wechat: { name: '公众号网页', extension: '-公众号.html', kind: 'HTML', needsPages: false },
  html: { name: '网页', extension: '.html', kind: 'HTML', needsPages: false },
} as const satisfies Record<string, FileFormat>

export type FormatName = keyof typeof fileFormats

export const formatNames = Object.keys(fileFormats) as FormatName[]

/** What is written when no format is asked for. */
export const usualFormats: readonly FormatName[] = ['pdf']

/**
 * Returns whether any file that is asked for is made from printed pages; `html` is a copy of the
 * pages.
 */
export const needsPages = (
  asked: readonly FormatName[] = usualFormats,
  html: string | undefined,
): boolean => html !== undefined || asked.some((format) => fileFormats[format].needsPages)

/** A file to write. */
export interface OutputFile {
  format: FormatName
  path: string
}
