import type { WordPage } from './page.js'
import type { Xml } from './xml.js'
import { namespaces, w } from './xml.js'

/** Marks that begin no line, and marks that end none (CLREQ 3.1.3; those of the PDF). */
const notFirst =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'
const notLast = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥'

/** `word/settings.xml`, its elements in the order of the schema (ECMA-376, part 1, 17.15.1.78). */
export const settingsPart = ({ duplex, mirror }: WordPage): Xml =>
  w(
    'settings',
    namespaces,
    w('zoom', { percent: 100 }),
    mirror ? w('mirrorMargins') : undefined,
    w('bordersDoNotSurroundHeader'),
    w('bordersDoNotSurroundFooter'),
    w('defaultTabStop', { val: 420 }),
    duplex ? w('evenAndOddHeaders') : undefined,
    w('drawingGridVerticalSpacing', { val: 156 }),
    w('characterSpacingControl', { val: 'compressPunctuation' }),
    w('noLineBreaksAfter', { lang: 'zh-CN', val: notLast }),
    w('noLineBreaksBefore', { lang: 'zh-CN', val: notFirst }),
    w(
      'footnotePr',
      {},
      w('numFmt', { val: 'decimalEnclosedCircleChinese' }),
      w('footnote', { id: -1 }),
      w('footnote', { id: 0 }),
    ),
    w(
      'compat',
      {},
      w('spaceForUL'),
      w('balanceSingleByteDoubleByteWidth'),
      w('doNotLeaveBackslashAlone'),
      w('ulTrailSpace'),
      // A line that ends with a line break is not stretched.
      w('doNotExpandShiftReturn'),
      w('useFELayout'),
      w('compatSetting', {
        name: 'compatibilityMode',
        uri: 'http://schemas.microsoft.com/office/word',
        val: 15,
      }),
    ),
    w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
    w('decimalSymbol', { val: '.' }),
    w('listSeparator', { val: ',' }),
  )
