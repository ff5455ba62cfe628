import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { WordDocument, WordNote } from '../../input/docx/model.js'
import { readDocx } from '../../input/docx/read-docx.js'
import { environmentFault } from '../../input/files/fault.js'
import { pastedDocument } from '../../input/manuscript/pasted.js'
import { pictureAddresses } from '../../input/manuscript/pasted-pictures.js'
import type { Plan } from '../../input/manuscript/plan.js'
import { understand } from '../../input/manuscript/understand.js'
import type { WordStyles } from '../../input/manuscript/word-styles.js'
import { decode } from '../../system/decode.js'
import { pictureBeside } from './beside.js'
import { toDocx } from './convert.js'
import type { Manuscript } from './manuscripts.js'

export interface ReadOptions {
  changes: 'accept' | 'reject'
  /** Value of PATH, where LibreOffice is searched. */
  path: string | undefined
  /** Whether its masthead goes into `bulletin.yaml`. */
  keepsHead: boolean
  /** What styles of Word mean. */
  styles: WordStyles
}

/** A manuscript that has been read. */
export type ReadManuscript =
  | { kind: 'word'; document: WordDocument; plan: Plan; pasted: boolean }
  | { kind: 'markdown'; text: string }
  | { kind: 'trouble'; trouble: { reason: string; hint: string } }

/** Reads a manuscript; other formats are converted by LibreOffice first. */
export async function readManuscript(
  manuscript: Manuscript,
  options: ReadOptions,
): Promise<ReadManuscript> {
  const { absolute, ending } = manuscript
  const { path } = options
  const bytes = await readFile(absolute).catch(environmentFault(manuscript.path))
  if (ending === 'md' || ending === 'txt') {
    return fromText(bytes, { ending, folder: dirname(absolute) })
  }
  if (!/^(?:docx|docm|dotx|doc|wps|wpt|rtf|odt)$/.test(ending)) return unknown(absolute)
  // .wps and .doc files may contain .docx data.
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b && ending !== 'odt'
  if (isPackage) return fromWord(bytes, options)
  if (/^do[ct]/.test(ending) && ending !== 'doc' && !isCompound(bytes)) {
    return fromWord(bytes, options)
  }
  if (bytes.includes('EncryptedPackage', 0, 'utf16le')) return encrypted
  const converted = await toDocx(bytes, { ending, path })
  if (converted.trouble) return { kind: 'trouble', trouble: converted.trouble }
  const read = fromWord(converted.bytes, options)
  if (read.kind === 'word') read.document.said.unshift(countedAfter(ending))
  return read
}

/** The letters are counted in the converted file: what LibreOffice leaves out is not seen. */
const countedAfter = (ending: string): WordNote => ({
  kind: 'doubtful',
  about: 'converted',
  reason: `.${ending} 先用 LibreOffice 转成 .docx 再读，字数按转出来的算，和原稿对一对`,
  place: '全文',
  near: 0,
})

/**
 * Returns whether the file is an OLE compound file: Word 97, WPS, or a password-protected document.
 */
const isCompound = (bytes: Buffer): boolean =>
  bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0

const encrypted: ReadManuscript = {
  kind: 'trouble',
  trouble: {
    reason: '有打开密码，没有读',
    hint: '在 Word 或 WPS 里打开，去掉密码（文件—信息—保护文档），另存一次，再导入。',
  },
}

function fromWord(bytes: Uint8Array, { changes, keepsHead, styles }: ReadOptions): ReadManuscript {
  const { document, trouble } = readDocx(bytes, { changes })
  if (!document) return { kind: 'trouble', trouble }
  return {
    kind: 'word',
    document,
    plan: understand(document, { keepsHead, styles }),
    pasted: false,
  }
}

async function fromText(
  bytes: Buffer,
  { ending, folder }: { ending: 'md' | 'txt'; folder: string },
): Promise<ReadManuscript> {
  const { text } = decode(bytes)
  if (text === undefined) {
    const hint = '用记事本打开，另存为时编码选 UTF-8，再导入。'
    return { kind: 'trouble', trouble: { reason: '不是文本文件，或者编码读不懂', hint } }
  }
  if (ending === 'md') return { kind: 'markdown', text }
  const pictures = new Map<string, Uint8Array | string>()
  for (const address of pictureAddresses(text)) {
    const { bytes, reason } = { bytes: undefined, ...(await pictureBeside(address, folder)) }
    pictures.set(address, bytes ?? reason ?? '')
  }
  const document = pastedDocument(text, pictures)
  return { kind: 'word', document, plan: understand(document), pasted: true }
}

const unknown = (path: string): ReadManuscript => ({
  kind: 'trouble',
  trouble: {
    reason: `“${basename(path)}”不是稿件的格式`,
    hint: '在 Word 或 WPS 里打开，另存为 .docx，再导入。',
  },
})
