import type { FormatName, fileFormats } from '../model/format.js'
import type { ArrangedIssue, MadeFile, PrintedIssue } from './printed-issue.js'

/** One kind of file that an issue can be written as. */
export type OutputFormat =
  | { needsPages: true; file: (printed: PrintedIssue) => Promise<MadeFile> }
  | { needsPages: false; file: (arranged: ArrangedIssue) => Promise<MadeFile> }

/**
 * All output formats by name. A new format is a name in `model/format.ts` and a row here; each row
 * loads its code when the format is asked for.
 */
export const formats: {
  [Name in FormatName]: Extract<OutputFormat, Pick<(typeof fileFormats)[Name], 'needsPages'>>
} = {
  pdf: {
    needsPages: true,
    file: async (printed) => (await import('./pdf/file.js')).pdfFile(printed),
  },
  docx: {
    needsPages: true,
    file: async (printed) => (await import('./docx/index.js')).docxFile(printed),
  },
  wechat: {
    needsPages: false,
    file: async (arranged) => (await import('./wechat/file.js')).wechatFile(arranged),
  },
  html: {
    needsPages: false,
    file: async (arranged) => (await import('./html/file.js')).htmlFile(arranged),
  },
}
