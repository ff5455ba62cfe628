import { contentStreams } from '../content/streams-of.js'
import type { Pdf } from '../document.js'
import { pdfFacts } from '../press/facts.js'
import { contentAt } from '../streams.js'
import { codesShown } from './glyphs-shown.js'
import {
  annotations,
  catalogue,
  deepest,
  hasProfile,
  isComposite,
  metadata,
  some,
  textsShown,
} from './read.js'
import { hasTaggedForms, isMarkedWhole, unknownTypes } from './structure.js'

/** A rule of ISO 19005-2 that a file may break. */
export interface ArchiveRule {
  clause: string
  /** `b`: for every file. `u`: its text can be read. `a`: its structure too. */
  level: 'b' | 'u' | 'a'
  /** What the rule asks, for people. */
  asks: string
  isBroken(pdf: Pdf): boolean
}

/**
 * The rules of PDF/A-2 that this program relies on: all that a file of this browser could break, or
 * that its own steps have to fulfil. A file that breaks one of level `b` is not written.
 */
export const archiveRules: readonly ArchiveRule[] = [
  {
    clause: '6.1.2',
    level: 'b',
    asks: '开头是 PDF 1.x 和一行二进制注释',
    isBroken: ({ text }) => !/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(text),
  },
  {
    clause: '6.1.3',
    level: 'b',
    asks: '有文件标识，不加密',
    isBroken: ({ trailer }) => !trailer.has('ID') || trailer.has('Encrypt'),
  },
  {
    clause: '6.1.7',
    level: 'b',
    asks: '流都在文件里，不用 LZW 压缩',
    isBroken: (pdf) => some(pdf, /\/LZWDecode|\/FFilter|\/EmbeddedFile/),
  },
  {
    clause: '6.1.13',
    level: 'b',
    asks: '名字不超过 127 字节，状态最多套 28 层',
    isBroken: (pdf) => some(pdf, /\/[^\s/<>[\]()]{128,}/) || deepest(pdf) > 28,
  },
  {
    clause: '6.2.3',
    level: 'b',
    asks: '有 sRGB 的输出意图',
    isBroken: (pdf) => !hasProfile(pdf),
  },
  {
    clause: '6.2.4.3',
    level: 'b',
    asks: '没有四色（CMYK）和专色',
    isBroken: (pdf) =>
      some(pdf, /\/DeviceCMYK|\/DeviceN|\/Separation/) ||
      [...contentStreams(pdf)].some(({ content }) =>
        /(?:^|\s)(?:[\d.]+ ){4}[kK]\s/.test(contentAt(pdf, content)),
      ),
  },
  {
    clause: '6.2.5',
    level: 'b',
    asks: '没有传递函数、半色调',
    isBroken: (pdf) => some(pdf, /\/(?:TR2?|HTP|HT) /),
  },
  {
    clause: '6.2.8',
    level: 'b',
    asks: '图片没有替代图，不插值',
    isBroken: (pdf) => some(pdf, /\/Alternates|\/OPI|\/Interpolate true/),
  },
  {
    clause: '6.2.11.4',
    level: 'b',
    asks: '字体全部嵌入',
    isBroken: ({ bytes }) => pdfFacts(bytes).fonts.some(({ embedded }) => !embedded),
  },
  {
    clause: '6.2.11.8',
    level: 'b',
    asks: '没有缺字的方框',
    isBroken: (pdf) =>
      [...codesShown(pdf)].some(([font, codes]) => isComposite(pdf, font) && codes.has(0)),
  },
  {
    clause: '6.3',
    level: 'b',
    asks: '批注只有链接，都印得出、不隐藏',
    isBroken: (pdf) =>
      annotations(pdf).some(({ subtype, flags }) => subtype !== '/Link' || (flags & 0x27) !== 4),
  },
  {
    clause: '6.4',
    level: 'b',
    asks: '没有表单、脚本、附件、图层',
    isBroken: (pdf) =>
      some(pdf, /\/S \/(?:JavaScript|Launch|Sound|Movie|ResetForm|ImportData|SubmitForm|Hide)\b/) ||
      ['AcroForm', 'OCProperties', 'OpenAction', 'AA', 'Names'].some((key) =>
        catalogue(pdf).has(key),
      ),
  },
  {
    clause: '6.6',
    level: 'b',
    asks: '元数据说明自己是 PDF/A-2，不压缩',
    isBroken: (pdf) => !metadata(pdf).includes('<pdfaid:part>2</pdfaid:part>'),
  },
  {
    clause: '6.2.11.7.2',
    level: 'u',
    asks: '每个字都有统一码',
    isBroken: (pdf) =>
      textsShown(pdf).some((text) => text === undefined || /^[\0\ufeff\ufffe]?$/.test(text)),
  },
  {
    clause: '6.2.11.7.3',
    level: 'a',
    asks: '没有自造字',
    isBroken: (pdf) => textsShown(pdf).some((text) => /\p{Co}/u.test(text ?? '')),
  },
  {
    clause: '6.7.2',
    level: 'a',
    asks: '内容都有结构标记，页码、线条标作装饰',
    isBroken: (pdf) =>
      !catalogue(pdf).get('MarkInfo')?.includes('/Marked true') ||
      !catalogue(pdf).has('StructTreeRoot') ||
      hasTaggedForms(pdf) ||
      !isMarkedWhole(pdf),
  },
  {
    clause: '6.7.3',
    level: 'a',
    asks: '结构的种类都是标准的',
    isBroken: (pdf) => unknownTypes(pdf).size > 0,
  },
  {
    clause: '6.7.4',
    level: 'a',
    asks: '写明语言',
    isBroken: (pdf) => !catalogue(pdf).has('Lang'),
  },
]
