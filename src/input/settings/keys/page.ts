import type { Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import { toggle } from '../values/choice.js'
import { integer } from '../values/number.js'

/** `page`: the type area counted in characters and lines, as editors count it. */
export const page: Table<NonNullable<Settings['page']>> = {
  chars: { alias: '页字数', read: integer({ min: 10, max: 60, sample: 28 }) },
  lines: { alias: '页行数', read: integer({ min: 10, max: 60, sample: 25 }) },
  duplex: { alias: '双面', read: toggle },
  mirror: { alias: '镜像', read: toggle },
}

/** `images`: how finely pictures are put into the PDF. */
export const images: Table<NonNullable<Settings['images']>> = {
  dpi: { alias: '分辨率', read: integer({ min: 72, max: 1200, sample: 300 }) },
  quality: { alias: '质量', read: integer({ min: 1, max: 100, sample: 85 }) },
}
