import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { below, parseXml, type XmlElement } from '../../../src/input/docx/xml.js'
import { readPdf } from '../../../test/kit/read-pdf.js'
import { harmInHtml } from './html.js'

/** What a run wrote. */
export interface Written {
  /** All that can be read in the files, to look for a secret. */
  all: string
  /** The text of the pages of all PDFs. */
  pdf: string
  /** What in the files could do something in the program that opens them. */
  harm: string[]
}

/** Reads all files that were written below a folder. Links are not followed. */
export async function outputsIn(folder: string): Promise<Written> {
  const written: Written = { all: '', pdf: '', harm: [] }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name))
    const ending = /\.(\w+)$/.exec(entry.name)?.[1] ?? ''
    const kind = Object.hasOwn(readers, ending) ? readers[ending] : undefined
    const { text, harm, isPdf } = (await kind?.(bytes, entry.name)) ?? { text: '', harm: [] }
    written.all += bytes.toString('utf8') + text
    if (isPdf) written.pdf += text
    written.harm.push(...harm.map((one) => `${entry.name} 里的 ${one}`))
  }
  return written
}

interface Read {
  text: string
  harm: string[]
  isPdf?: boolean
}

const readers: Record<string, (bytes: Buffer, name: string) => Promise<Read> | Read> = {
  pdf: inPdf,
  html: (bytes, name) => ({
    text: '',
    harm: harmInHtml(bytes.toString('utf8'), { inSite: name === 'index.html' }),
  }),
  docx: inWord,
  xml: (bytes) => ({ text: '', harm: harmInXml(bytes).harm }),
  csv: inTable,
}

async function inPdf(bytes: Buffer): Promise<Read> {
  const { pages, outline, info } = await readPdf(bytes)
  const text = pages.map((page) => page.text).join('')
  const urls = pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? []))
  const away = urls.filter((url) => !/^(?:https?|mailto):/.test(url))
  const actions = activeNames(bytes.toString('latin1'))
  return {
    text: text + JSON.stringify([outline, info]),
    harm: [
      ...(away.length > 0 ? [`链接 ${away[0]}`] : []),
      ...(actions.length > 0 ? [actions.join('、')] : []),
    ],
    isPdf: true,
  }
}

/** The names of actions in a PDF, outside of its texts and streams. */
const activeNames = (pdf: string): string[] => [
  ...new Set(
    pdf
      .replace(/stream\r?\n[\s\S]*?endstream/g, '')
      .replace(/\((?:\\[\s\S]|[^\\()]|\([^()]*\))*\)/g, '()')
      .match(
        /\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile|SubmitForm|ImportData|RichMedia)\b/g,
      ) ?? [],
  ),
]

/** Fields of Word that run or fetch something. */
const activeField =
  /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON|DATABASE)\b/i

/** A Word file: its parts must be XML, its relations must lead to its own parts or to the web. */
function inWord(bytes: Buffer): Read {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return { text: '', harm: ['不是 Word 文件'] }
  let text = ''
  const harm: string[] = []
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:bin|vbs|js|exe|ole)$/i.test(name)) harm.push(name)
    if (!/\.(?:xml|rels)$/.test(name)) continue
    text += Buffer.from(part).toString('utf8')
    const { root, harm: broken } = harmInXml(part)
    harm.push(...broken.map((one) => `${name}：${one}`))
    for (const one of root ? below(root) : []) {
      const { TargetMode, Target = '', Type = '' } = one.attributes
      const isLink = Type.endsWith('/hyperlink') && /^(?:https?|mailto):/i.test(Target)
      if (TargetMode === 'External' && !isLink) harm.push(`${name} 引用 ${Target}`)
      const field =
        one.name === 'w:instrText' ? one.children.join('') : (one.attributes['w:instr'] ?? '')
      if (activeField.test(field)) harm.push(`域 ${field}`)
    }
  }
  return { text, harm }
}

/** XML that another program can read: well-formed, and no character that XML forbids. */
function harmInXml(bytes: Uint8Array): { root?: XmlElement; harm: string[] } {
  const text = Buffer.from(bytes).toString('utf8')
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text)
  try {
    const root = parseXml(bytes)
    const code = forbidden?.[0].codePointAt(0)?.toString(16)
    return { root, harm: forbidden ? [`XML 不许有的字符 U+${code}`] : [] }
  } catch {
    return { harm: ['不是 XML'] }
  }
}

/** A table: Excel takes a cell that begins with one of these for a formula. */
function inTable(bytes: Buffer): Read {
  const rows = parse(bytes, { bom: true, relax_column_count: true }) as string[][]
  const isNumber = (cell: string) => /^-?\d+(?:\.\d+)?$/.test(cell)
  const formula = rows.flat().find((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !isNumber(cell))
  return { text: '', harm: formula === undefined ? [] : [`公式 ${formula}`] }
}
