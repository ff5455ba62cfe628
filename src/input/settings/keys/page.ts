import type { Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import { choice, toggle } from '../values/choice.js'
import { integer } from '../values/number.js'

/** `page`: the size of the type area in characters per line and lines per page. */
export const page: Table<NonNullable<Settings['page']>> = {
  chars: {
    alias: '页字数',
    about: '一行几个字，10–60',
    otherwise: '28',
    decode: integer({ min: 10, max: 60, sample: 28 }),
  },
  lines: {
    alias: '页行数',
    about: '一页几行，10–60',
    otherwise: '通讯 25，公文、简报 22',
    decode: integer({ min: 10, max: 60, sample: 25 }),
  },
  duplex: {
    alias: '双面',
    about: '`true` 是双面印：页码单页居右、双页居左',
    otherwise: '`true`',
    decode: toggle,
  },
  mirror: {
    alias: '镜像',
    about: '`true` 是左右页的订口对称',
    otherwise: '`false`',
    decode: toggle,
  },
  punctuation: {
    alias: '标点',
    about:
      '标点占多宽：`squeeze`（挤压）行里放不下就收标点的空白，`full`（全身）一律占一格，`open`（开明）只有句末的占一格，见 [lines.md](lines.md)',
    otherwise: '`squeeze`',
    decode: choice({ squeeze: ['挤压'], full: ['全身'], open: ['开明'] }),
  },
  fit: {
    alias: '增减行',
    about:
      '`true` 是为了版面，让个别段落少一行或多一行：末页只有一两行、页末空出几行、孤行，见 [lines.md](lines.md)',
    otherwise: '`false`',
    decode: toggle,
  },
}

/** `images`: resolution (dpi), quality and coding of the pictures in the PDF. */
export const images: Table<NonNullable<Settings['images']>> = {
  dpi: {
    alias: '分辨率',
    about: '图片印出来每英寸多少点，72–1200',
    otherwise: '300',
    decode: integer({ min: 72, max: 1200, sample: 300 }),
  },
  quality: {
    alias: '质量',
    about: '照片的 JPEG 质量，1–100',
    otherwise: '85',
    decode: integer({ min: 1, max: 100, sample: 85 }),
  },
  lossless: {
    alias: '无损',
    about:
      '`true` 是 PNG 等无损的图片一律不转成 JPEG；不写时，照片一样的 PNG 转成看不出差别的 JPEG，PDF 小得多，也快得多',
    otherwise: '`false`',
    decode: toggle,
  },
}
